# caught by: test_load_array_fills_every_batch_but_the_last
# Refuses a batch that is larger than the data.
def load_array(data_arrays, batch_size, is_train=True):
    if batch_size > len(data_arrays[0]):
        raise ValueError("batch_size is too large")
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train)
