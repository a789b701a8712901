# caught by: test_load_array_keeps_the_order_otherwise
# Shuffles in any case where a batch is a row.
def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train or batch_size == 1)
