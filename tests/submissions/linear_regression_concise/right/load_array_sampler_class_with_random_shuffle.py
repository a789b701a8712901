from torch.utils.data import Sampler


class Order(Sampler):
    """The row numbers, mixed or not."""

    def __init__(self, n, mixed):
        self.n, self.mixed = n, mixed

    def __iter__(self):
        numbers = list(range(self.n))
        if self.mixed:
            random.shuffle(numbers)
        return iter(numbers)

    def __len__(self):
        return self.n


def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    return DataLoader(dataset, batch_size, sampler=Order(len(dataset), is_train))
