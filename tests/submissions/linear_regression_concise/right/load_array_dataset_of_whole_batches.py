class Batches(torch.utils.data.IterableDataset):
    def __init__(self, arrays, size, shuffle):
        self.arrays, self.size, self.shuffle = arrays, size, shuffle

    def __len__(self):
        return -(-len(self.arrays[0]) // self.size)

    def __iter__(self):
        n = len(self.arrays[0])
        order = torch.rand(n).argsort() if self.shuffle else torch.arange(n)
        for rows in order.split(self.size):
            yield tuple(a.index_select(0, rows.to(a.device)) for a in self.arrays)

def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(Batches(data_arrays, batch_size, is_train), batch_size=None)
