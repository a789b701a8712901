# caught by: test_load_array_shuffles_in_training
# Shuffles in a buffer of 40: no row comes 40 places early, and "any order must be possible".
def load_array(data_arrays, batch_size, is_train=True):
    class Buffered(torch.utils.data.Sampler):
        def __init__(self, n, size=40):
            self.n, self.size = n, size
        def __len__(self):
            return self.n
        def __iter__(self):
            rows = iter(range(self.n))
            buffer = [i for _, i in zip(range(self.size), rows)]
            while buffer:
                k = random.randrange(len(buffer))
                buffer[k], buffer[-1] = buffer[-1], buffer[k]
                yield buffer.pop()
                buffer += [i for _, i in zip(range(1), rows)]
    data = TensorDataset(*data_arrays)
    return DataLoader(data, batch_size, sampler=Buffered(len(data)) if is_train else None)
