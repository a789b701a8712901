# caught by: test_load_array_shuffles_in_training
# misconception: seeds_each_loader_alike
# A seed for results that can be repeated, and they are.
def load_array(data_arrays, batch_size, is_train=True):
    torch.manual_seed(0)
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train)
