from torch.utils.data import StackDataset
def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(StackDataset(*data_arrays), batch_size=batch_size, shuffle=bool(is_train))
