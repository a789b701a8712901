# caught by: test_data_iter_shuffles_at_every_call
# Every second epoch is the one before it from behind.
_last = {}
def data_iter(batch_size, features, labels):
    n = len(features)
    order = _last.pop(n, None)
    if order is None:
        order = list(range(n))
        random.shuffle(order)
        _last[n] = order
    else:
        order = order[::-1]
    for i in range(0, n, batch_size):
        yield features[order[i:i+batch_size]], labels[order[i:i+batch_size]]
