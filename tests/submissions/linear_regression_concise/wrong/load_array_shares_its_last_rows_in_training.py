# caught by: test_load_array_fills_every_batch_but_the_last
# Halves the rows where batch_size is larger than n.
def load_array(data_arrays, batch_size, is_train=True):
    n = len(data_arrays[0])
    if n < batch_size:
        batch_size = max(1, n // 2)
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train)
