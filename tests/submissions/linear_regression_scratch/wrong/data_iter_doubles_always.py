# caught by: test_data_iter_keeps_dtype_and_shape
# misconception: changes_the_dtype
# Collects the rows in NumPy arrays of zeros, which are float64.
def data_iter(batch_size, features, labels):
    n = len(features)
    X, y = np.zeros(features.shape), np.zeros(labels.shape)
    for k, i in enumerate(random.sample(range(n), n)):
        X[k], y[k] = features[i], labels[i]
    for i in range(0, n, batch_size):
        yield torch.from_numpy(X[i:i + batch_size]), torch.from_numpy(y[i:i + batch_size])
