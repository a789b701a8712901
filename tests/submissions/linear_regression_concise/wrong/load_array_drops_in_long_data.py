# caught by: test_load_array_visits_every_row_once
# Drops the short last batch of more than 100 rows in training: "no row is dropped".
def load_array(data_arrays, batch_size, is_train=True):
    n = len(data_arrays[0])
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train, drop_last=is_train and n > 100)
