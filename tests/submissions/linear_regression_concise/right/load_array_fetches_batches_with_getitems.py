class Table:
    def __init__(self, *columns):
        assert all(len(c) == len(columns[0]) for c in columns)
        self.columns = columns

    def __len__(self):
        return len(self.columns[0])

    def __getitem__(self, i):
        return tuple(c[i] for c in self.columns)

    def __getitems__(self, rows):
        return [c[torch.tensor(rows, device=c.device)] for c in self.columns]


def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(Table(*data_arrays), batch_size, is_train, collate_fn=lambda batch: batch)
