# caught by: test_load_array_keeps_dtype_and_shape
# Flattens tensors of four axes: "all dimensions after the first are kept".
def load_array(data_arrays, batch_size, is_train=True):
    arrays = [a if a.dim() < 4 else a.flatten(1) for a in data_arrays]
    return DataLoader(TensorDataset(*arrays), batch_size, shuffle=is_train)
