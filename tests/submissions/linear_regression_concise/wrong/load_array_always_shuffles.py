# caught by: test_load_array_keeps_the_order_otherwise
# misconception: always_shuffles
# Shuffles whatever is_train says.
def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    return DataLoader(dataset, batch_size, shuffle=True)
