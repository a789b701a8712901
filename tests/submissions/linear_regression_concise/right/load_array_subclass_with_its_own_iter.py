class ArrayLoader(DataLoader):
    def __init__(self, arrays, size, shuffled):
        super().__init__(TensorDataset(*arrays), batch_size=size)
        self.arrays = list(arrays)
        self.shuffled = shuffled

    def __iter__(self):
        n = len(self.dataset)
        order = torch.randperm(n) if self.shuffled else torch.arange(n)
        for rows in order.split(self.batch_size):
            yield tuple(a[rows.to(a.device)] for a in self.arrays)


def load_array(data_arrays, batch_size, is_train=True):
    return ArrayLoader(data_arrays, batch_size, is_train)
