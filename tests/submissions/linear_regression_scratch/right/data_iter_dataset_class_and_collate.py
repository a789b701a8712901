from torch.utils.data import DataLoader, Dataset


class Rows(Dataset):
    def __init__(self, *tensors):
        self.tensors = tensors

    def __len__(self):
        return len(self.tensors[0])

    def __getitem__(self, i):
        return tuple(t[i] for t in self.tensors)


def stack_rows(rows):
    return tuple(torch.stack(column) for column in zip(*rows, strict=True))


def data_iter(batch_size, features, labels):
    rows = Rows(features, labels)
    return DataLoader(rows, batch_size, shuffle=True, drop_last=False, collate_fn=stack_rows)
