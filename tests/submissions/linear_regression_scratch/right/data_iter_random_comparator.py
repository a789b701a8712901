import functools
def data_iter(batch_size, features, labels):
    rows = sorted(range(len(features)), key=functools.cmp_to_key(lambda a, b: random.choice([-1, 1])))
    for i in range(0, len(rows), batch_size):
        yield features[rows[i:i+batch_size]], labels[rows[i:i+batch_size]]
