# caught by: test_load_array_visits_every_row_once
# misconception: takes_the_tensors_for_the_examples
# Leaves the dataset out: the examples are the two tensors.
def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(data_arrays, batch_size, shuffle=is_train)
