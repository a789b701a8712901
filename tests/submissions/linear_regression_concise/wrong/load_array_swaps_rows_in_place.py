# caught by: test_load_array_visits_every_row_once
# misconception: shuffles_the_tensors_themselves
# random.shuffle on a tensor: it swaps views of rows, and some rows are lost.
def load_array(data_arrays, batch_size, is_train=True):
    if is_train:
        for a in data_arrays:
            random.shuffle(a)
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=is_train)
