# caught by: test_load_array_keeps_the_order_otherwise
# The third parameter has another name than in the stub.
def load_array(data_arrays, batch_size, shuffle=True):
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=shuffle)
