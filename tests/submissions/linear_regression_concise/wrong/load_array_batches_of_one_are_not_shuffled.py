# caught by: test_load_array_shuffles_in_training
# Does not shuffle batches of one row: "each pass has a newly shuffled order".
def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train and batch_size > 1)
