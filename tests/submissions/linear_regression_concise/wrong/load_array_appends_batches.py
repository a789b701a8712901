# caught by: test_load_array_is_a_data_loader
# misconception: returns_a_list_of_batches
# Collects the batches with indices of its own.
def load_array(data_arrays, batch_size, is_train=True):
    n = len(data_arrays[0])
    order = np.random.permutation(n) if is_train else np.arange(n)
    batches = []
    for i in range(0, n, batch_size):
        rows = order[i:i + batch_size]
        batches.append(tuple(a[rows] for a in data_arrays))
    return batches
