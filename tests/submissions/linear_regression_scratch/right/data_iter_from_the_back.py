def data_iter(batch_size, features, labels):
    perm = np.random.permutation(len(labels))
    for end in range(len(perm), 0, -batch_size):
        rows = perm[max(0, end - batch_size) : end]
        yield features[rows], labels[rows]
