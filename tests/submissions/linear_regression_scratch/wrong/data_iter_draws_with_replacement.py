# caught by: test_data_iter_visits_every_row_once
# misconception: draws_with_replacement
# Draws the rows with replacement (and never the last one, since high is exclusive).
def data_iter(batch_size, features, labels):
    n = len(features)
    for i in range(0, n, batch_size):
        size = min(batch_size, n - i)
        idx = torch.randint(0, max(n - 1, 1), (size,))
        yield features[idx], labels[idx]
