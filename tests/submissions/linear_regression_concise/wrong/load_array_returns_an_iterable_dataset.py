# caught by: test_load_array_is_a_data_loader
# misconception: returns_the_dataset
# Its dataset cuts the batches itself, and is returned without a loader.
class Batches(torch.utils.data.IterableDataset):
    def __init__(self, arrays, size, mix):
        self.arrays, self.size, self.mix = arrays, size, mix

    def __iter__(self):
        n = len(self.arrays[0])
        order = torch.randperm(n) if self.mix else torch.arange(n)
        for rows in order.split(self.size):
            yield [a[rows] for a in self.arrays]


def load_array(data_arrays, batch_size, is_train=True):
    return Batches(data_arrays, batch_size, is_train)
