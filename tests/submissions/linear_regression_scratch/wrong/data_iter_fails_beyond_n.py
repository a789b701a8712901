# caught by: test_data_iter_fills_every_batch_but_the_last
# misconception: fails_where_one_batch_is_enough
# Yields nothing at all where batch_size exceeds the number of rows.
def data_iter(batch_size, features, labels):
    n = len(features)
    perm = np.random.permutation(n)
    for k in range(n // batch_size):
        j = perm[k * batch_size:(k + 1) * batch_size]
        yield features[j], labels[j]
        if k == n // batch_size - 1 and n % batch_size:
            rest = perm[(k + 1) * batch_size:]
            yield features[rest], labels[rest]
