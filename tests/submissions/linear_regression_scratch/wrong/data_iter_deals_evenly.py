# caught by: test_data_iter_fills_every_batch_but_the_last
# misconception: makes_the_batches_equal
# Splits into the right number of parts, but into equal ones.
def data_iter(batch_size, features, labels):
    n = len(features)
    for j in np.array_split(np.random.permutation(n), (n + batch_size - 1) // batch_size):
        yield features[j], labels[j]
