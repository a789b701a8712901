# caught by: test_data_iter_fills_every_batch_but_the_last
# Adds the rows left over to the last whole batch, which is then too long.
def data_iter(batch_size, features, labels):
    n = len(features)
    perm = torch.randperm(n)
    count = max(n // batch_size, 1)
    for k in range(count):
        end = n if k == count - 1 else (k + 1) * batch_size
        j = perm[k * batch_size:end]
        yield features[j], labels[j]
