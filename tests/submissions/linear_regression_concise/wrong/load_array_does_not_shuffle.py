# caught by: test_load_array_shuffles_in_training
# misconception: never_shuffles
# Leaves out the switch: the loader's default is the stored order.
def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    return DataLoader(dataset, batch_size)
