# caught by: test_data_iter_shuffles_at_every_call
# Rows are riffled three times, like cards: too few.
def data_iter(batch_size, features, labels):
    n = len(features)
    rows = list(range(n))
    for _ in range(3):
        bits = [random.random() < .5 for _ in rows]
        rows = [r for r, b in zip(rows, bits) if b] + [r for r, b in zip(rows, bits) if not b]
    for i in range(0, n, batch_size):
        yield features[rows[i:i+batch_size]], labels[rows[i:i+batch_size]]
