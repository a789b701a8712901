# caught by: test_load_array_visits_every_row_once
# misconception: later_edition
# get_tensorloader without its class, and so without a batch size of its own.
def load_array(tensors, train, indices, batch_size=32):
    return DataLoader(TensorDataset(*[a[indices] for a in tensors]), batch_size, shuffle=train)
