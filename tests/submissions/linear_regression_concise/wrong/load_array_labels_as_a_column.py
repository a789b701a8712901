# caught by: test_load_array_keeps_dtype_and_shape
# misconception: makes_columns_of_flat_tensors
# Gives flat labels a second dimension.
def load_array(data_arrays, batch_size, is_train=True):
    arrays = [a.reshape(len(a), -1) for a in data_arrays]
    return DataLoader(TensorDataset(*arrays), batch_size, shuffle=is_train)
