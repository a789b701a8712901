# caught by: test_load_array_fills_every_batch_but_the_last
# misconception: fixes_the_batch_size
# A batch sampler with a size of its own.
def load_array(data_arrays, batch_size, is_train=True):
    ds = TensorDataset(*data_arrays)
    kind = torch.utils.data.RandomSampler if is_train else torch.utils.data.SequentialSampler
    batches = torch.utils.data.BatchSampler(kind(ds), batch_size=32, drop_last=False)
    return DataLoader(ds, batch_sampler=batches)
