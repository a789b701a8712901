# caught by: test_load_array_visits_every_row_once
# misconception: returns_nothing
# Returns inside the condition.
def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    if is_train:
        loader = DataLoader(dataset, batch_size, shuffle=True)
        return loader
