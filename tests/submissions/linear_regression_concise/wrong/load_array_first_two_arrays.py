# caught by: test_load_array_keeps_rows_aligned
# misconception: expects_just_two_tensors
# Takes two of the tensors by their numbers.
def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(data_arrays[0], data_arrays[1])
    return DataLoader(dataset, batch_size, shuffle=is_train)
