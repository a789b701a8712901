from torch.utils.data import WeightedRandomSampler

def load_array(data_arrays, batch_size, is_train=True):
    ds = TensorDataset(*data_arrays)
    if not is_train:
        return DataLoader(ds, batch_size=batch_size)
    even = torch.ones(len(ds))
    return DataLoader(ds, batch_size=batch_size, sampler=WeightedRandomSampler(even, len(ds), replacement=False))
