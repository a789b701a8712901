from itertools import islice


def data_iter(batch_size, features, labels):
    shuffled = iter(np.random.default_rng().permutation(len(features)).tolist())
    for rows in iter(lambda: list(islice(shuffled, batch_size)), []):
        yield features[rows], labels[rows]
