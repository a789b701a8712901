# caught by: test_load_array_keeps_dtype_and_shape
# misconception: makes_float32_of_everything
# Turns every tensor into float32.
def load_array(data_arrays, batch_size, is_train=True):
    arrays = [a.float() for a in data_arrays]
    return DataLoader(TensorDataset(*arrays), batch_size, shuffle=is_train)
