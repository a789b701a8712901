# caught by: test_load_array_is_a_data_loader
# misconception: returns_a_generator
# Starts an epoch and returns it instead of the loader.
def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    loader = DataLoader(dataset, batch_size, shuffle=is_train)
    return iter(loader)
