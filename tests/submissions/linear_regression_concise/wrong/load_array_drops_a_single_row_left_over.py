# caught by: test_load_array_visits_every_row_once
# Drops the last batch where it has one row only.
def load_array(data_arrays, batch_size, is_train=True):
    n = len(data_arrays[0])
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train,
                      drop_last=n > batch_size > 1 and n % batch_size == 1)
