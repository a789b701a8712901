# caught by: test_load_array_fills_every_batch_but_the_last
# The batch that is not full comes first.
class Backwards(torch.utils.data.Sampler):
    def __init__(self, n, size, shuffle):
        self.n, self.size, self.shuffle = n, size, shuffle
    def __iter__(self):
        order = torch.randperm(self.n) if self.shuffle else torch.arange(self.n)
        rest = self.n % self.size
        if rest:
            yield order[:rest].tolist()
        for i in range(rest, self.n, self.size):
            yield order[i:i + self.size].tolist()

def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    return DataLoader(data, batch_sampler=Backwards(len(data), batch_size, is_train))
