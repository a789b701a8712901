# caught by: test_load_array_shuffles_in_training
# misconception: shuffles_once
# Shuffles the rows when the loader is made, so that all passes are alike.
def load_array(data_arrays, batch_size, is_train=True):
    if is_train:
        perm = torch.randperm(len(data_arrays[0]))
        data_arrays = [a[perm] for a in data_arrays]
    return DataLoader(TensorDataset(*data_arrays), batch_size=batch_size, shuffle=False)
