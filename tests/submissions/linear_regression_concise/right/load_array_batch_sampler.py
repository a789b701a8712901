from torch.utils.data.sampler import BatchSampler, RandomSampler, SequentialSampler

def load_array(data_arrays, batch_size, is_train=True):
    ds = TensorDataset(*data_arrays)
    order = {True: RandomSampler, False: SequentialSampler}[is_train](ds)
    return DataLoader(ds, batch_sampler=BatchSampler(order, batch_size, drop_last=False))
