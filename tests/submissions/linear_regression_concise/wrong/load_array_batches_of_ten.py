# caught by: test_load_array_fills_every_batch_but_the_last
# misconception: fixes_the_batch_size
# Has the notebook's batch size written into it.
def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(TensorDataset(*data_arrays), batch_size=10, shuffle=is_train)
