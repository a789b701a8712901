# caught by: test_data_iter_shuffles_at_every_call
# The first row always comes in the first batch.
def data_iter(batch_size, features, labels):
    n = len(features)
    rows = list(range(n))
    random.shuffle(rows)
    if n > 3 and batch_size < n:
        k = rows.index(0)
        j = random.randrange(batch_size)
        rows[k], rows[j] = rows[j], rows[k]
    for i in range(0, n, batch_size):
        yield features[rows[i:i+batch_size]], labels[rows[i:i+batch_size]]
