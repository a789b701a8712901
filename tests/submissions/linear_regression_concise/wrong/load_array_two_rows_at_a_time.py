# caught by: test_load_array_shuffles_in_training
# Shuffles pairs of neighbours.
def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    class Order(torch.utils.data.Sampler):
        def __len__(self):
            return len(data)
        def __iter__(self):
            pairs = [list(range(i, min(i + 2, len(data)))) for i in range(0, len(data), 2)]
            random.shuffle(pairs)
            return iter(sum(pairs, []))
    return DataLoader(data, batch_size, sampler=Order() if is_train else None)
