rng = np.random.default_rng(2024)  # seeded once, so that every epoch still differs


def data_iter(batch_size, features, labels):
    order = rng.permutation(len(features))
    cuts = np.arange(batch_size, len(order), batch_size)
    for rows in np.split(order, cuts):
        yield features[rows], labels[rows]
