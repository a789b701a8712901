# caught by: test_load_array_visits_every_row_once
# misconception: drops_the_last_batch
# Counts the batches with a floor division.
class Whole(torch.utils.data.Sampler):
    def __init__(self, n, size, mix):
        self.n, self.size, self.mix = n, size, mix

    def __len__(self):
        return self.n // self.size

    def __iter__(self):
        rows = np.random.permutation(self.n) if self.mix else np.arange(self.n)
        for k in range(self.n // self.size):
            yield rows[k * self.size:(k + 1) * self.size].tolist()


def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    return DataLoader(data, batch_sampler=Whole(len(data), batch_size, is_train))
