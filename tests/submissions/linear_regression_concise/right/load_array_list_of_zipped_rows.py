def load_array(data_arrays, batch_size, is_train=True):
    examples = list(zip(*data_arrays))
    return DataLoader(examples, batch_size, is_train)
