# caught by: test_load_array_shuffles_in_training
# misconception: seeds_each_loader_alike
# Each loader has a generator that begins at 42.
def load_array(data_arrays, batch_size, is_train=True):
    g = torch.Generator()
    g.manual_seed(42)
    return DataLoader(TensorDataset(*data_arrays), batch_size, is_train, generator=g)
