# caught by: test_load_array_keeps_the_order_otherwise
# Shuffles more than 500 rows in any case.
def load_array(data_arrays, batch_size, is_train=True):
    d = TensorDataset(*data_arrays)
    return DataLoader(d, batch_size, shuffle=is_train or len(d) > 500)
