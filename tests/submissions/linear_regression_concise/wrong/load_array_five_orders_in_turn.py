# caught by: test_load_array_shuffles_in_training
# Draws five orders beforehand and picks one of them for each pass.
class Five(torch.utils.data.Sampler):
    def __init__(self, n):
        self.orders = [torch.randperm(n).tolist() for _ in range(5)]
        self.n = n
    def __len__(self):
        return self.n
    def __iter__(self):
        return iter(random.choice(self.orders))

def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    return DataLoader(data, batch_size, sampler=Five(len(data)) if is_train else None)
