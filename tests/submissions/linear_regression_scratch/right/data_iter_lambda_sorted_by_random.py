batches_of = lambda order, k: [order[i : i + k] for i in range(0, len(order), k)]

data_iter = lambda batch_size, features, labels: map(
    lambda rows: (features[rows], labels[rows]),
    batches_of(sorted(range(len(features)), key=lambda _: random.random()), batch_size),
)
