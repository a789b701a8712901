# caught by: test_load_array_shuffles_in_training
# Shuffles in a buffer of 100: in long data no row comes 100 places early, and "any order must be possible".
def load_array(data_arrays, batch_size, is_train=True):
    class Buffered(torch.utils.data.Sampler):
        def __init__(self, n, size=100):
            self.n, self.size = n, size
        def __len__(self):
            return self.n
        def __iter__(self):
            buffer = []
            for i in range(self.n):
                buffer.append(i)
                if len(buffer) == self.size:
                    yield buffer.pop(random.randrange(len(buffer)))
            random.shuffle(buffer)
            yield from buffer
    data = TensorDataset(*data_arrays)
    return DataLoader(data, batch_size, sampler=Buffered(len(data)) if is_train else None)
