# caught by: test_load_array_is_a_data_loader
# misconception: returns_a_generator
# The batches of one epoch, cut on demand.
def load_array(data_arrays, batch_size, is_train=True):
    rows = list(range(len(data_arrays[0])))
    if is_train:
        random.shuffle(rows)
    starts = range(0, len(rows), batch_size)
    return ([a[rows[i:i + batch_size]] for a in data_arrays] for i in starts)
