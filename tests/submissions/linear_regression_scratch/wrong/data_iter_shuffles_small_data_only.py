# caught by: test_data_iter_shuffles_at_every_call
# More than 100 rows stay in their order.
def data_iter(batch_size, features, labels):
    n = len(features)
    rows = list(range(n))
    if n <= 100: random.shuffle(rows)
    for i in range(0, n, batch_size):
        yield features[rows[i:i+batch_size]], labels[rows[i:i+batch_size]]
