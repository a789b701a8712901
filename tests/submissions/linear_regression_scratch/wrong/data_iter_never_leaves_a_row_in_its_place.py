# caught by: test_data_iter_shuffles_at_every_call
# Never lets a row stay in its place, because the other place is drawn one short.
def data_iter(batch_size, features, labels):
    order = list(range(len(features)))
    for i in range(len(order) - 1, 0, -1):
        j = random.randint(0, i - 1)
        order[i], order[j] = order[j], order[i]
    for i in range(0, len(order), batch_size):
        rows = order[i:i + batch_size]
        yield features[rows], labels[rows]
