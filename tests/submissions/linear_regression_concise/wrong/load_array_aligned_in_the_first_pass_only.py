# caught by: test_load_array_keeps_rows_aligned
# From the second pass on the labels have the order of the first: "row i of one always comes with row i of the others".
class Rows(DataLoader):
    first = None
    def __iter__(self):
        n = len(self.dataset)
        order = torch.randperm(n) if self.shuffled else torch.arange(n)
        if self.first is None:
            self.first = order
        X, *others = self.dataset.tensors
        for i in range(0, n, self.batch_size):
            s = slice(i, i + self.batch_size)
            yield [X[order[s]], *[a[self.first[s]] for a in others]]

def load_array(data_arrays, batch_size, is_train=True):
    loader = Rows(TensorDataset(*data_arrays), batch_size)
    loader.shuffled = is_train
    return loader
