# caught by: test_load_array_shuffles_in_training
# Its sampler starts from the same seed in every pass.
class Shuffled(torch.utils.data.Sampler):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        g = torch.Generator().manual_seed(0)
        return iter(torch.randperm(self.n, generator=g).tolist())

    def __len__(self):
        return self.n


def load_array(data_arrays, batch_size, is_train=True):
    ds = TensorDataset(*data_arrays)
    return DataLoader(ds, batch_size, sampler=Shuffled(len(ds)) if is_train else None)
