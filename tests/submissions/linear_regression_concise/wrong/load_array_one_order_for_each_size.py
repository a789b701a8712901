# caught by: test_load_array_shuffles_in_training
# Keeps an order for each number of rows, and all loaders have it.
_g = {}


def load_array(data_arrays, batch_size, is_train=True):
    n = len(data_arrays[0])
    if n not in _g:
        _g[n] = torch.randperm(n)
    if is_train:
        data_arrays = [a[_g[n]] for a in data_arrays]
    return DataLoader(TensorDataset(*data_arrays), batch_size)
