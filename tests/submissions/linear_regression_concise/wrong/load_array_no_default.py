# caught by: test_load_array_visits_every_row_once
# Every caller has to say whether to shuffle.
def load_array(data_arrays, batch_size, is_train):
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train)
