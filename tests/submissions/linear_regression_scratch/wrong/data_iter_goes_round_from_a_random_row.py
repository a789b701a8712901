# caught by: test_data_iter_shuffles_at_every_call
# Goes round the rows from a random one on, with the remainder of a division.
def data_iter(batch_size, features, labels):
    n = len(features)
    first = np.random.randint(n)
    for i in range(0, n, batch_size):
        rows = [(first + k) % n for k in range(i, min(i + batch_size, n))]
        yield features[rows], labels[rows]
