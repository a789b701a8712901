# caught by: test_load_array_fills_every_batch_but_the_last
# misconception: gives_all_rows_at_once
# Takes the number of rows for the size of a batch.
def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    return DataLoader(dataset, batch_size=len(dataset), shuffle=is_train)
