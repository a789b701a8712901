# caught by: test_load_array_shuffles_in_training
# misconception: shuffles_ready_made_batches
# The batches come in random order, but each always has the same rows.
def load_array(data_arrays, batch_size, is_train=True):
    rows = torch.arange(len(data_arrays[0])).split(batch_size)
    full = [r.tolist() for r in rows if len(r) == batch_size]
    rest = [r.tolist() for r in rows if len(r) < batch_size]

    class Batches:
        def __iter__(self):
            if is_train:
                random.shuffle(full)
            return iter(full + rest)

        def __len__(self):
            return len(rows)

    return DataLoader(TensorDataset(*data_arrays), batch_sampler=Batches())
