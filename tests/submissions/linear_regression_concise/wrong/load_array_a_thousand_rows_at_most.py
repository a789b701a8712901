# caught by: test_load_array_visits_every_row_once
# Drops what is beyond 1000 rows: "no row is dropped".
def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(TensorDataset(*[a[:1000] for a in data_arrays]), batch_size, shuffle=is_train)
