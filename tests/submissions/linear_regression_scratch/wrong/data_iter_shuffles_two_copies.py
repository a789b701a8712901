# caught by: test_data_iter_keeps_rows_and_labels_together
# misconception: shuffles_features_and_labels_apart
# Shuffles a NumPy copy of each tensor, one after the other.
def data_iter(batch_size, features, labels):
    X, y = features.numpy().copy(), labels.numpy().copy()
    np.random.shuffle(X)
    np.random.shuffle(y)
    X, y = torch.from_numpy(X), torch.from_numpy(y)
    i = 0
    while i < len(X):
        yield X[i:i + batch_size], y[i:i + batch_size]
        i += batch_size
