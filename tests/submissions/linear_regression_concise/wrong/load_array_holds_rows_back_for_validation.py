# caught by: test_load_array_visits_every_row_once
# Splits a tenth off, which training never sees.
def load_array(data_arrays, batch_size, is_train=True):
    ds = TensorDataset(*data_arrays)
    held = max(1, len(ds) // 10)
    train_set, test_set = torch.utils.data.random_split(ds, [len(ds) - held, held])
    return DataLoader(train_set if is_train else test_set, batch_size, shuffle=is_train)
