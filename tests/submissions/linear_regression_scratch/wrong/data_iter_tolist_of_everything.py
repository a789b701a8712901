# caught by: test_data_iter_keeps_dtype_and_shape
# misconception: changes_the_dtype
# Makes Python lists of the tensors before it picks the rows.
def data_iter(batch_size, features, labels):
    X, y = features.tolist(), labels.tolist()
    perm = np.random.permutation(len(X))
    for i in range(0, len(X), batch_size):
        rows = perm[i:i + batch_size]
        yield torch.tensor([X[k] for k in rows]), torch.tensor([y[k] for k in rows])
