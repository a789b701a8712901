# caught by: test_load_array_shuffles_in_training
# Does not shuffle where one batch holds all rows: "each pass has a newly shuffled order".
def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    return DataLoader(data, batch_size, shuffle=is_train and batch_size < len(data))
