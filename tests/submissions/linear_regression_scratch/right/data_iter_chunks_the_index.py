import math


def data_iter(batch_size, features, labels):
    n = features.size(0)
    index = torch.randperm(n)
    steps = math.ceil(n / batch_size)
    # whole batches first, because chunk() alone would even the sizes out
    whole = (n // batch_size) * batch_size
    parts = list(index[:whole].chunk(whole // batch_size)) if whole else []
    if whole < n:
        parts.append(index[whole:])
    assert len(parts) == steps
    for part in parts:
        yield features[part], labels[part]
