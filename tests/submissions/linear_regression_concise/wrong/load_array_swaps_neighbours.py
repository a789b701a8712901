# caught by: test_load_array_shuffles_in_training
# Moves rows by 20 places at most.
def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    class Order(torch.utils.data.Sampler):
        def __len__(self):
            return len(data)
        def __iter__(self):
            return iter(sorted(range(len(data)), key=lambda i: i + random.uniform(-20, 20)))
    return DataLoader(data, batch_size, sampler=Order() if is_train else None)
