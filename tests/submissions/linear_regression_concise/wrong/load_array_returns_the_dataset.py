# caught by: test_load_array_is_a_data_loader
# misconception: returns_the_dataset
# Stops at the dataset.
def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    loader = DataLoader(dataset, batch_size=batch_size, shuffle=is_train)
    return dataset
