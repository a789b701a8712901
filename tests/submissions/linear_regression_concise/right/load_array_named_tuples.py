from collections import namedtuple

def load_array(data_arrays, batch_size, is_train=True):
    Batch = namedtuple("Batch", [f"part{i}" for i in range(len(data_arrays))])

    def collate(rows):
        return Batch(*(torch.stack(column) for column in zip(*rows)))

    return DataLoader(TensorDataset(*data_arrays), batch_size, is_train, collate_fn=collate)
