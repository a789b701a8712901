# caught by: test_load_array_shuffles_in_training
# Starts at a random row and goes on from there in the stored order.
class Rotated(torch.utils.data.Sampler):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        start = random.randrange(self.n)
        return iter([(start + i) % self.n for i in range(self.n)])

    def __len__(self):
        return self.n


def load_array(data_arrays, batch_size, is_train=True):
    ds = TensorDataset(*data_arrays)
    return DataLoader(ds, batch_size, sampler=Rotated(len(ds)) if is_train else None)
