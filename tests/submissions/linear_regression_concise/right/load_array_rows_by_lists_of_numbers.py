import torch.utils.data as data_utils

def load_array(data_arrays, batch_size, is_train=True):
    # the sampler yields whole lists of row numbers, and the dataset is asked for all of them at once
    ds = TensorDataset(*data_arrays)
    rows = data_utils.RandomSampler(ds) if is_train else data_utils.SequentialSampler(ds)
    batches = data_utils.BatchSampler(rows, batch_size, False)
    return DataLoader(ds, sampler=batches, batch_size=None)
