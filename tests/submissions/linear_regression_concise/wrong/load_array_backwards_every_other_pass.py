# caught by: test_load_array_shuffles_in_training
# Every other pass is the one before, backwards: not "newly shuffled".
class There(torch.utils.data.Sampler):
    def __init__(self, n):
        self.n, self.order = n, None
    def __len__(self):
        return self.n
    def __iter__(self):
        if self.order is None:
            self.order = torch.randperm(self.n).tolist()
            return iter(self.order)
        order, self.order = self.order[::-1], None
        return iter(order)

def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    return DataLoader(data, batch_size, sampler=There(len(data)) if is_train else None)
