# caught by: test_load_array_fills_every_batch_but_the_last
# Gives no batch where there is one row, and batches are larger.
def load_array(data_arrays, batch_size, is_train=True):
    d = TensorDataset(*data_arrays)
    return DataLoader(d, batch_size, shuffle=is_train, drop_last=len(d) == 1 and batch_size > 1)
