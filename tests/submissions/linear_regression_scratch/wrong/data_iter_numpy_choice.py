# caught by: test_data_iter_visits_every_row_once
# misconception: draws_with_replacement
# Draws each batch with np.random.choice, which puts rows back unless told otherwise.
def data_iter(batch_size, features, labels):
    n = len(features)
    for i in range(0, n, batch_size):
        j = np.random.choice(n, min(batch_size, n - i))
        yield features[j], labels[j]
