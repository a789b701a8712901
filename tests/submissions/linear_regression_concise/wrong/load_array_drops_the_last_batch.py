# caught by: test_load_array_visits_every_row_once
# misconception: drops_the_last_batch
# Throws the rest away that does not fill a batch.
def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train, drop_last=True)
