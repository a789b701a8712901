# caught by: test_load_array_fills_every_batch_but_the_last
# No batch has more than 32 rows: "every batch has batch_size rows".
def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(TensorDataset(*data_arrays), min(batch_size, 32), shuffle=is_train)
