# caught by: test_load_array_is_a_data_loader
# misconception: returns_a_list_of_batches
# Runs through the loader itself and returns the batches of one epoch.
def load_array(data_arrays, batch_size, is_train=True):
    return list(DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train))
