# caught by: test_load_array_is_a_data_loader
# Returns a single batch, as one does to look at shapes.
def load_array(data_arrays, batch_size, is_train=True):
    loader = DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train)
    return next(iter(loader))
