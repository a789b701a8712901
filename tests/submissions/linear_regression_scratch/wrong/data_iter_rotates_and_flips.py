# caught by: test_data_iter_shuffles_at_every_call
# Rotates the rows by a random offset and sometimes turns them round.
def data_iter(batch_size, features, labels):
    n = len(features); s = random.randrange(n)
    rows = list(range(s, n)) + list(range(s))
    if random.random() < .5: rows.reverse()
    for i in range(0, n, batch_size):
        yield features[rows[i:i+batch_size]], labels[rows[i:i+batch_size]]
