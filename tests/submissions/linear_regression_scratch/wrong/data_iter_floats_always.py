# caught by: test_data_iter_keeps_dtype_and_shape
# misconception: changes_the_dtype
# Makes float32 of everything.
def data_iter(batch_size, features, labels):
    perm = np.random.permutation(len(features))
    X, y = features.numpy()[perm], labels.numpy()[perm]
    for i in range(0, len(perm), batch_size):
        yield torch.FloatTensor(X[i:i + batch_size].astype("float32")), \
            torch.FloatTensor(y[i:i + batch_size].astype("float32"))
