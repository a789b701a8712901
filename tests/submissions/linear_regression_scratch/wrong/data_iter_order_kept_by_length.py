# caught by: test_data_iter_shuffles_at_every_call
# misconception: gives_every_epoch_the_same_order
# Keeps the order of each length in an attribute of the function.
def data_iter(batch_size, features, labels):
    n = len(features)
    if n not in data_iter.orders:
        data_iter.orders[n] = random.sample(range(n), n)
    rows = data_iter.orders[n]
    for i in range(0, n, batch_size):
        yield features[rows[i:i + batch_size]], labels[rows[i:i + batch_size]]

data_iter.orders = {}
