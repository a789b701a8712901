# caught by: test_load_array_shuffles_in_training
# Two passes in a row share an order: "each pass has a newly shuffled order".
class Twice(torch.utils.data.Sampler):
    def __init__(self, n):
        self.n, self.passes = n, 0
    def __len__(self):
        return self.n
    def __iter__(self):
        if self.passes % 2 == 0:
            self.order = torch.randperm(self.n).tolist()
        self.passes += 1
        return iter(self.order)

def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    return DataLoader(data, batch_size, sampler=Twice(len(data)) if is_train else None)
