# caught by: test_load_array_visits_every_row_once
# misconception: draws_with_replacement
# Puts each row back after it has been drawn.
def load_array(data_arrays, batch_size, is_train=True):
    ds = TensorDataset(*data_arrays)
    if is_train:
        sampler = torch.utils.data.RandomSampler(ds, replacement=True)
        return DataLoader(ds, batch_size, sampler=sampler)
    return DataLoader(ds, batch_size)
