from torch.utils.data import RandomSampler, SequentialSampler


def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    sampler = RandomSampler(dataset) if is_train else SequentialSampler(dataset)
    return DataLoader(dataset, batch_size=batch_size, sampler=sampler)
