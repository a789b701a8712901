# caught by: test_data_iter_keeps_dtype_and_shape
# misconception: changes_the_dtype
# Copies the rows into torch.zeros, which is float32 and has two dimensions.
def data_iter(batch_size, features, labels):
    n, d = len(features), features[0].numel()
    indices = random.sample(range(n), n)
    for i in range(0, n, batch_size):
        rows = indices[i:i + batch_size]
        X, y = torch.zeros(len(rows), d), torch.zeros(len(rows))
        for k, row in enumerate(rows):
            X[k] = features[row].flatten()
            y[k] = labels[row]
        yield X, y
