# caught by: test_load_array_shuffles_in_training
# The first row is always in the first half of an epoch.
class _U:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __iter__(self):
        o = torch.randperm(self.n).tolist()
        k, j = o.index(0), random.randrange((self.n + 1) // 2)
        o[k], o[j] = o[j], o[k]
        return iter(o)


def load_array(data_arrays, batch_size, is_train=True):
    d = TensorDataset(*data_arrays)
    return DataLoader(d, batch_size, sampler=_U(len(d)) if is_train else None)
