# caught by: test_load_array_keeps_dtype_and_shape
# misconception: makes_float32_of_everything
# Comes back from NumPy with one dtype for all.
def load_array(data_arrays, batch_size, is_train=True):
    arrays = [np.asarray(a) for a in data_arrays]
    tensors = [torch.tensor(a, dtype=torch.float32) for a in arrays]
    return DataLoader(TensorDataset(*tensors), batch_size, shuffle=is_train)
