# caught by: test_load_array_keeps_rows_aligned
# misconception: shuffles_the_tensors_apart
# Takes a permutation of its own for each of the tensors.
def load_array(data_arrays, batch_size, is_train=True):
    if is_train:
        data_arrays = [a[torch.randperm(len(a))] for a in data_arrays]
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train)
