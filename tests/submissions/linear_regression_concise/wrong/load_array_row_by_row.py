# caught by: test_load_array_fills_every_batch_but_the_last
# misconception: never_passes_the_batch_size_on
# A dataset and a sampler, and the batches are left to the default.
def load_array(data_arrays, batch_size, is_train=True):
    rows = list(zip(*data_arrays))
    sampler = torch.utils.data.RandomSampler(rows) if is_train else None
    return DataLoader(rows, sampler=sampler)
