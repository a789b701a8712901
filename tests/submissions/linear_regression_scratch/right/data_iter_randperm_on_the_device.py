def data_iter(batch_size, features, labels):
    order = torch.randperm(len(labels), device=features.device)
    # shuffled copies once, then plain slices of them
    features, labels = features[order], labels[order]
    for i in range(0, len(order), batch_size):
        yield features[i : i + batch_size], labels[i : i + batch_size]
