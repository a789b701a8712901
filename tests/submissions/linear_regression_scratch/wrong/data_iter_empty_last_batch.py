# caught by: test_data_iter_fills_every_batch_but_the_last
# Always makes n // batch_size + 1 batches, the last one empty where batch_size divides n.
def data_iter(batch_size, features, labels):
    perm = np.random.permutation(len(features))
    for k in range(len(features) // batch_size + 1):
        j = perm[k * batch_size:(k + 1) * batch_size]
        yield features[j], labels[j]
