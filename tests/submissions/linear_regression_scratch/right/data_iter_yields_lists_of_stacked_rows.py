def data_iter(batch_size, features, labels):
    pairs = list(zip(features, labels))
    random.shuffle(pairs)
    X, y = [], []
    for row, label in pairs:
        X.append(row)
        y.append(label)
        if len(X) == batch_size:
            yield [torch.stack(X), torch.stack(y)]
            X, y = [], []
    if X:
        yield [torch.stack(X), torch.stack(y)]
