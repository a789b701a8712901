# caught by: test_load_array_shuffles_in_training
# misconception: shuffles_once
# Splits off all rows at random, once.
def load_array(data_arrays, batch_size, is_train=True):
    ds = TensorDataset(*data_arrays)
    if is_train:
        (ds,) = torch.utils.data.random_split(ds, [len(ds)])
    return DataLoader(ds, batch_size=batch_size, shuffle=False)
