# caught by: test_load_array_fills_every_batch_but_the_last
# Spreads the rest over all batches, which become nearly equal.
def load_array(data_arrays, batch_size, is_train=True):
    n = len(data_arrays[0])
    pieces = -(-n // batch_size)

    class Even:
        def __iter__(self):
            order = np.random.permutation(n) if is_train else np.arange(n)
            return iter([part.tolist() for part in np.array_split(order, pieces)])

        def __len__(self):
            return pieces

    return DataLoader(TensorDataset(*data_arrays), batch_sampler=Even())
