# caught by: test_load_array_keeps_dtype_and_shape
# Makes int64 of int32, uint8 and bool: "any dtype", "dtype … kept".
def load_array(data_arrays, batch_size, is_train=True):
    arrays = [a if a.is_floating_point() else a.long() for a in data_arrays]
    return DataLoader(TensorDataset(*arrays), batch_size, shuffle=is_train)
