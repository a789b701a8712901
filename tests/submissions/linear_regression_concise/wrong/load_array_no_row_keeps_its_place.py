# caught by: test_load_array_shuffles_in_training
# Off by one in Fisher-Yates (Sattolo): no row ever keeps its place, and "any order must be possible".
def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    class Order(torch.utils.data.Sampler):
        def __len__(self):
            return len(data)
        def __iter__(self):
            order = list(range(len(data)))
            for i in range(len(order) - 1, 0, -1):
                j = random.randrange(i)
                order[i], order[j] = order[j], order[i]
            return iter(order)
    return DataLoader(data, batch_size, sampler=Order() if is_train else None)
