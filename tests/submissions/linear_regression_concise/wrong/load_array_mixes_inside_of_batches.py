# caught by: test_load_array_shuffles_in_training
# misconception: shuffles_within_each_batch
# A loader that turns each batch over on its way out.
class Mixing(DataLoader):
    def __iter__(self):
        for batch in super().__iter__():
            order = torch.randperm(len(batch[0]))
            yield [part[order] for part in batch]


def load_array(data_arrays, batch_size, is_train=True):
    kind = Mixing if is_train else DataLoader
    return kind(TensorDataset(*data_arrays), batch_size)
