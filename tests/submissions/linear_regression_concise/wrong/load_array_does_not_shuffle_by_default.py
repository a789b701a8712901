# caught by: test_load_array_shuffles_in_training
# misconception: does_not_shuffle_by_default
# The default is False, as in PyTorch.
def load_array(data_arrays, batch_size, is_train=False):
    dataset = TensorDataset(*data_arrays)
    return DataLoader(dataset, batch_size, shuffle=is_train)
