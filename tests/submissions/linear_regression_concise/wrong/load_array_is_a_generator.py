# caught by: test_load_array_is_a_data_loader
# misconception: returns_a_generator
# Yields the batches, as data_iter did, so that one pass uses it up.
def load_array(data_arrays, batch_size, is_train=True):
    n = len(data_arrays[0])
    order = torch.randperm(n) if is_train else torch.arange(n)
    for rows in order.split(batch_size):
        yield tuple(a[rows] for a in data_arrays)
