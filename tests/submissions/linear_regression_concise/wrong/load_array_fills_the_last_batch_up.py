# caught by: test_load_array_visits_every_row_once
# Goes on with the first rows until the last batch is full.
def load_array(data_arrays, batch_size, is_train=True):
    n = len(data_arrays[0])
    missing = -n % batch_size
    rows = [i % n for i in range(n + missing)]
    padded = [a[rows] for a in data_arrays]
    return DataLoader(TensorDataset(*padded), batch_size, shuffle=is_train)
