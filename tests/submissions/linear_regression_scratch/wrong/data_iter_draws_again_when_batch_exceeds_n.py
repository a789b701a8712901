# caught by: test_data_iter_visits_every_row_once
# Where one batch is enough the rows are drawn with replacement.
def data_iter(batch_size, features, labels):
    n = len(features)
    if batch_size > n:
        idx = torch.randint(0, n, (n,))
        yield features[idx], labels[idx]
        return
    rows = list(range(n))
    random.shuffle(rows)
    for i in range(0, n, batch_size):
        j = torch.tensor(rows[i:i+batch_size])
        yield features[j], labels[j]
