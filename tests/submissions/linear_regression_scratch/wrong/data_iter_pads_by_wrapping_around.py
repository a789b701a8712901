# caught by: test_data_iter_visits_every_row_once
# misconception: fills_up_the_last_batch
# Fills the last batch up with rows from the beginning of the epoch.
def data_iter(batch_size, features, labels):
    n = len(features)
    order = np.random.permutation(n)
    for i in range(0, n, batch_size):
        j = [order[k % n] for k in range(i, i + batch_size)]
        yield features[j], labels[j]
