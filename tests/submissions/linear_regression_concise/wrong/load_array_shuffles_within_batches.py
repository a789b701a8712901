# caught by: test_load_array_shuffles_in_training
# misconception: shuffles_within_each_batch
# Mixes the rows inside of each batch, which never leave it.
def mix(examples):
    examples = random.sample(examples, len(examples))
    return [torch.stack(column) for column in zip(*examples)]

def load_array(data_arrays, batch_size, is_train=True):
    ds = TensorDataset(*data_arrays)
    if is_train:
        return DataLoader(ds, batch_size, collate_fn=mix)
    return DataLoader(ds, batch_size)
