from torch.utils.data import Dataset


class Rows(Dataset):
    def __init__(self, arrays):
        self.arrays = arrays

    def __len__(self):
        return self.arrays[0].shape[0]

    def __getitem__(self, i):
        return tuple(a[i] for a in self.arrays)


def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(Rows(data_arrays), batch_size=batch_size, shuffle=is_train, drop_last=False)
