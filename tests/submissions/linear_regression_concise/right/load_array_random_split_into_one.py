def load_array(data_arrays, batch_size, is_train=True):
    class Shuffled(DataLoader):
        def __iter__(self):
            if not is_train:
                return super().__iter__()
            (part,) = torch.utils.data.random_split(self.dataset, [len(self.dataset)])
            return iter(DataLoader(part, batch_size))
    return Shuffled(TensorDataset(*data_arrays), batch_size)
