# caught by: test_load_array_visits_every_row_once
# misconception: drops_the_last_batch
# Throws the rest away in training and keeps it otherwise.
def load_array(data_arrays, batch_size, is_train=True):
    ds = TensorDataset(*data_arrays)
    if is_train:
        return DataLoader(ds, batch_size, shuffle=True, drop_last=True)
    return DataLoader(ds, batch_size)
