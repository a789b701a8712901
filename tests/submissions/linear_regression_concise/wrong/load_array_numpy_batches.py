# caught by: test_load_array_visits_every_row_once
# Hands out NumPy arrays.
def to_numpy(examples):
    return [np.stack([x.numpy() for x in part]) for part in zip(*examples)]

def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(TensorDataset(*data_arrays), batch_size, is_train, collate_fn=to_numpy)
