# caught by: test_load_array_shuffles_in_training
# With a short last batch it is always the same rows that are left over.
def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    class Order(torch.utils.data.Sampler):
        def __len__(self):
            return len(data)
        def __iter__(self):
            full = len(data) // batch_size * batch_size
            return iter(torch.randperm(full).tolist() + list(range(full, len(data))))
    return DataLoader(data, batch_size, sampler=Order() if is_train else None)
