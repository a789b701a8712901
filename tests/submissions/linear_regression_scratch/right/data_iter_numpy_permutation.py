def data_iter(batch_size, features, labels):
    perm = np.random.permutation(features.shape[0])
    for start in range(0, perm.size, batch_size):
        pick = torch.from_numpy(perm[start : start + batch_size])
        yield features[pick], labels[pick]
