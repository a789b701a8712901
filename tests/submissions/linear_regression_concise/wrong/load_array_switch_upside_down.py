# caught by: test_load_array_keeps_the_order_otherwise
# misconception: turns_the_switch_round
# Shuffles where it should not, and does not where it should.
def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(TensorDataset(*data_arrays), batch_size, shuffle=not is_train)
