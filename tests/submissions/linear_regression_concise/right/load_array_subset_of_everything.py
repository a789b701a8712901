from torch.utils.data import Subset
load_array = lambda data_arrays, batch_size, is_train=True: DataLoader(
    Subset(TensorDataset(*data_arrays), range(len(data_arrays[0]))), batch_size, is_train)
