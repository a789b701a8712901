# caught by: test_load_array_visits_every_row_once
# misconception: draws_with_replacement
# Draws each row for itself, as if the others had never been drawn.
class Draws(torch.utils.data.Sampler):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __iter__(self):
        return iter(random.choices(range(self.n), k=self.n))


def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    if not is_train:
        return DataLoader(data, batch_size)
    return DataLoader(data, batch_size, sampler=Draws(len(data)))
