# caught by: test_data_iter_shuffles_at_every_call
# Does not shuffle where one batch holds everything.
def data_iter(batch_size, features, labels):
    n = len(features)
    if batch_size >= n:
        yield features, labels
        return
    p = torch.randperm(n)
    for i in range(0, n, batch_size): yield features[p[i:i+batch_size]], labels[p[i:i+batch_size]]
