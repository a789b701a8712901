from torch.utils.data import IterableDataset


class Stream(IterableDataset):
    def __init__(self, arrays, shuffle):
        self.arrays, self.shuffle = arrays, shuffle

    def __iter__(self):
        n = len(self.arrays[0])
        order = np.random.permutation(n) if self.shuffle else range(n)
        for i in order:
            yield [a[int(i)] for a in self.arrays]


def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(Stream(data_arrays, is_train), batch_size=batch_size)
