def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    return DataLoader(dataset=dataset, batch_size=batch_size, shuffle=is_train, num_workers=2)
