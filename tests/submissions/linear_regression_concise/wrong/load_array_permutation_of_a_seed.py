# caught by: test_load_array_shuffles_in_training
# Permutes the tensors once, from a fixed seed.
def load_array(data_arrays, batch_size, is_train=True):
    if is_train:
        rows = np.random.RandomState(42).permutation(len(data_arrays[0]))
        data_arrays = [a[torch.as_tensor(rows)] for a in data_arrays]
    return DataLoader(TensorDataset(*data_arrays), batch_size)
