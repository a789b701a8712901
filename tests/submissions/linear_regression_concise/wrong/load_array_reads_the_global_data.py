# caught by: test_load_array_visits_every_row_once
# misconception: reads_the_houses_of_the_notebook
# Loads the notebook's houses whatever it is given.
def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(features, labels)
    return DataLoader(dataset, batch_size, shuffle=is_train)
