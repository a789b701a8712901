# caught by: test_load_array_shuffles_in_training
# Shuffles as one does cards, once: rows stay in two rising runs.
def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    class Order(torch.utils.data.Sampler):
        def __len__(self):
            return len(data)
        def __iter__(self):
            n = len(data)
            cut = random.randint(0, n)
            left, right = list(range(cut)), list(range(cut, n))
            order = []
            while left or right:
                side = left if random.random() * (len(left) + len(right)) < len(left) else right
                order.append(side.pop(0))
            return iter(order)
    return DataLoader(data, batch_size, sampler=Order() if is_train else None)
