def data_iter(batch_size, features, labels):
    n = len(features)
    perm = torch.randperm(n)
    batches = []
    for i in range(0, n, batch_size):
        idx = perm[i : i + batch_size]
        batches.append((features[idx], labels[idx]))
    return batches
