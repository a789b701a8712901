# caught by: test_load_array_visits_every_row_once
# misconception: drops_the_last_batch
# Has drop_last the wrong way round, and should not have it at all.
def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    return DataLoader(data, batch_size, shuffle=is_train, drop_last=not is_train)
