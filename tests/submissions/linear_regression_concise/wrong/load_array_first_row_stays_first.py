# caught by: test_load_array_shuffles_in_training
# Row 0 always comes first: "any order must be possible".
def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    class Order(torch.utils.data.Sampler):
        def __len__(self):
            return len(data)
        def __iter__(self):
            rest = list(range(1, len(data)))
            random.shuffle(rest)
            return iter([0] + rest)
    return DataLoader(data, batch_size, sampler=Order() if is_train else None)
