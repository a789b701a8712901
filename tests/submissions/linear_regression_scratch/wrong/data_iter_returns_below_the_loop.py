# caught by: test_data_iter_visits_every_row_once
# misconception: returns_a_single_batch
# Returns below the loop what its last turn has left behind.
def data_iter(batch_size, features, labels):
    n = len(features)
    idx = np.random.permutation(n)
    i = 0
    while i < n:
        X = features[idx[i:i + batch_size]]
        y = labels[idx[i:i + batch_size]]
        i += batch_size
    return X, y
