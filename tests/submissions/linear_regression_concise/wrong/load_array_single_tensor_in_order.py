# caught by: test_load_array_shuffles_in_training
# Shuffles two tensors or more, and one never.
def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(
        TensorDataset(*data_arrays), batch_size, shuffle=is_train and len(data_arrays) > 1
    )
