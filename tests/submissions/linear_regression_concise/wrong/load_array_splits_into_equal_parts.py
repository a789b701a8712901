# caught by: test_load_array_fills_every_batch_but_the_last
# Cuts into a number of parts instead of parts of a size.
class Parts(torch.utils.data.Sampler):
    def __init__(self, n, parts, mix):
        self.n, self.parts, self.mix = n, max(1, parts), mix

    def __len__(self):
        return self.parts

    def __iter__(self):
        rows = torch.randperm(self.n) if self.mix else torch.arange(self.n)
        return (part.tolist() for part in rows.tensor_split(self.parts))


def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    return DataLoader(data, batch_sampler=Parts(len(data), len(data) // batch_size, is_train))
