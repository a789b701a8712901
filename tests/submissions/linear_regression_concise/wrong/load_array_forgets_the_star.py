# caught by: test_load_array_visits_every_row_once
# misconception: takes_the_tuple_for_a_tensor
# Hands the tuple to TensorDataset as if it were a tensor.
def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(data_arrays)
    return DataLoader(dataset, batch_size, shuffle=is_train)
