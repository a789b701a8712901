def load_array(data_arrays, batch_size, is_train=True):
    g = torch.Generator()
    g.seed()
    return DataLoader(TensorDataset(*data_arrays), batch_size=batch_size, shuffle=is_train, generator=g)
