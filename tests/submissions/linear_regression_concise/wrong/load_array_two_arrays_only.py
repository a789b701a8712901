# caught by: test_load_array_keeps_rows_aligned
# misconception: expects_just_two_tensors
# Expects features and labels and nothing else.
def load_array(data_arrays, batch_size, is_train=True):
    features, labels = data_arrays
    return DataLoader(TensorDataset(features, labels), batch_size, shuffle=is_train)
