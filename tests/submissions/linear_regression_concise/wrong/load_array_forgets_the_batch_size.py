# caught by: test_load_array_fills_every_batch_but_the_last
# misconception: never_passes_the_batch_size_on
# Does not pass the batch size on, so that batches have one row.
def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    return DataLoader(dataset, shuffle=is_train)
