# caught by: test_data_iter_visits_every_row_once
# misconception: hands_out_no_tensors
# Yields NumPy arrays for tensors.
def data_iter(batch_size, features, labels):
    X, y = features.numpy(), labels.numpy()
    perm = np.random.permutation(len(X))
    for i in range(0, len(X), batch_size):
        j = perm[i:i + batch_size]
        yield X[j], y[j]
