# Four processes that live as long as the loader.
def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train, num_workers=4, persistent_workers=True)
