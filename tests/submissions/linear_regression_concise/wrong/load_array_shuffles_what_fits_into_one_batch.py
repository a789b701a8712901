# caught by: test_load_array_keeps_the_order_otherwise
# Shuffles in any case where all rows fit into one batch.
def load_array(data_arrays, batch_size, is_train=True):
    d = TensorDataset(*data_arrays)
    return DataLoader(d, batch_size, shuffle=is_train or batch_size > len(d))
