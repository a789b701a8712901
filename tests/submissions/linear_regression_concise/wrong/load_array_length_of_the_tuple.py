# caught by: test_load_array_visits_every_row_once
# misconception: takes_the_tuple_for_a_tensor
# Asks the tuple for the shape of a tensor.
def load_array(data_arrays, batch_size, is_train=True):
    n = data_arrays.shape[0]
    size = min(n, batch_size)
    return DataLoader(TensorDataset(*data_arrays), size, shuffle=is_train)
