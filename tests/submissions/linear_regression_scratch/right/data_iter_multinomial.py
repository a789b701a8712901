def data_iter(batch_size, features, labels):
    n = len(features)
    # n draws without replacement among equal weights are a permutation
    drawn = torch.multinomial(torch.ones(n, dtype=torch.float64), n, replacement=False)
    for i in range(0, n, batch_size):
        yield [t[drawn[i : i + batch_size]] for t in (features, labels)]
