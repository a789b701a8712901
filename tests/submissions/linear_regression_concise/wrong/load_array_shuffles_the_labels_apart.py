# caught by: test_load_array_keeps_rows_aligned
# misconception: shuffles_the_tensors_apart
# A dataset that asks another order for each of its tensors.
class Rows(torch.utils.data.Dataset):
    def __init__(self, arrays, mix):
        n = len(arrays[0])
        self.arrays = arrays
        self.orders = [np.random.permutation(n) if mix else np.arange(n) for _ in arrays]

    def __len__(self):
        return len(self.arrays[0])

    def __getitem__(self, i):
        return tuple(a[order[i]] for a, order in zip(self.arrays, self.orders))


def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(Rows(data_arrays, is_train), batch_size, shuffle=is_train)
