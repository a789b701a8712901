# caught by: test_data_iter_shuffles_at_every_call
# Sorts by the row number plus noise: early rows come early too often.
def data_iter(batch_size, features, labels):
    n = len(features)
    rows = sorted(range(n), key=lambda i: i + random.gauss(0, n / 2))
    for i in range(0, n, batch_size):
        yield features[rows[i:i+batch_size]], labels[rows[i:i+batch_size]]
