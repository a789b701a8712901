# caught by: test_data_iter_visits_every_row_once
# misconception: never_begins_a_new_batch
# Begins every slice at row 0.
def data_iter(batch_size, features, labels):
    n = len(features)
    perm = np.random.permutation(n)
    for i in range(0, n, batch_size):
        rows = perm[:i + batch_size]
        yield features[rows], labels[rows]
