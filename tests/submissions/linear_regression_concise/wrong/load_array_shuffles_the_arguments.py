# caught by: test_load_array_leaves_the_data_alone
# misconception: shuffles_once; shuffles_the_tensors_themselves
# Shuffles the caller's own tensors, which changes the data.
def load_array(data_arrays, batch_size, is_train=True):
    if is_train:
        perm = torch.randperm(len(data_arrays[0]))
        for a in data_arrays:
            a.copy_(a[perm])
    return DataLoader(TensorDataset(*data_arrays), batch_size)
