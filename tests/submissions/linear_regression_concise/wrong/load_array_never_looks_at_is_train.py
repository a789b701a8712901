# caught by: test_load_array_shuffles_in_training
# misconception: never_shuffles
# Cuts the stored rows in training, too.
class Batches(torch.utils.data.IterableDataset):
    def __init__(self, arrays, size):
        self.parts = list(zip(*(a.split(size) for a in arrays)))

    def __iter__(self):
        return iter(self.parts)


def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(Batches(data_arrays, batch_size), batch_size=None)
