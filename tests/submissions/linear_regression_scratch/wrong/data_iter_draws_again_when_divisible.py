# caught by: test_data_iter_visits_every_row_once
# Where no row is left over the rows are drawn with replacement.
def data_iter(batch_size, features, labels):
    n = len(features)
    idx = torch.randperm(n)
    if n % batch_size == 0 and batch_size not in (1, n):
        idx = torch.randint(0, n, (n,))
    for j in idx.split(batch_size):
        yield features[j], labels[j]
