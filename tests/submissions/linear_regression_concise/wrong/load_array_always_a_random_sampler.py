# caught by: test_load_array_keeps_the_order_otherwise
# misconception: always_shuffles
# A permutation in every pass, in training or not.
class Always(torch.utils.data.Sampler):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __iter__(self):
        yield from np.random.permutation(self.n).tolist()


def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    return DataLoader(data, batch_size, sampler=Always(len(data)))
