# caught by: test_load_array_visits_every_row_once
# Four fifths of the rows are for training, the rest for measuring.
def load_array(data_arrays, batch_size, is_train=True):
    cut = int(0.8 * len(data_arrays[0]))
    own = slice(None, cut) if is_train else slice(cut, None)
    return DataLoader(TensorDataset(*(a[own] for a in data_arrays)), batch_size, shuffle=is_train)
