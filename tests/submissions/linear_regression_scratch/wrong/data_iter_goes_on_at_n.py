# caught by: test_data_iter_fills_every_batch_but_the_last
# Goes on while the start is not larger than n, also when it has reached it.
def data_iter(batch_size, features, labels):
    n, start = len(features), 0
    order = torch.randperm(n)
    while start <= n:
        rows = order[start:start + batch_size]
        yield features[rows], labels[rows]
        start += batch_size
