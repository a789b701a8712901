def data_iter(batch_size, features, labels):
    left = set(range(len(features)))
    while left:
        rows = random.sample(sorted(left), min(batch_size, len(left)))
        left -= set(rows)
        yield features[rows], labels[rows]
