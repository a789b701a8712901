# caught by: test_load_array_visits_every_row_once
# misconception: returns_nothing
# Makes the loader and keeps it.
def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    loader = DataLoader(dataset, batch_size, shuffle=is_train)
