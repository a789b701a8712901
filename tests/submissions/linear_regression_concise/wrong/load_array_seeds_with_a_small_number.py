# caught by: test_load_array_shuffles_in_training
# A hundred seeds, and so no more than a hundred orders.
def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    class Order(torch.utils.data.Sampler):
        def __len__(self):
            return len(data)
        def __iter__(self):
            g = torch.Generator().manual_seed(random.randint(0, 99))
            return iter(torch.randperm(len(data), generator=g).tolist())
    return DataLoader(data, batch_size, sampler=Order() if is_train else None)
