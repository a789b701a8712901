# caught by: test_load_array_is_a_data_loader
# Runs through the loader itself and returns the batches of one epoch.
def load_array(data_arrays, batch_size, is_train=True):
    return list(DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train))
