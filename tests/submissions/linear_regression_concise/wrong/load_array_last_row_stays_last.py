# caught by: test_load_array_shuffles_in_training
# The last row always comes last: "any order must be possible".
def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    class Order(torch.utils.data.Sampler):
        def __len__(self):
            return len(data)
        def __iter__(self):
            n = len(data)
            return iter(torch.randperm(n - 1).tolist() + [n - 1])
    return DataLoader(data, batch_size, sampler=Order() if is_train else None)
