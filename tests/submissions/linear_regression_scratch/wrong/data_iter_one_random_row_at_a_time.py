# caught by: test_data_iter_visits_every_row_once
# misconception: draws_with_replacement
# Fills each batch row by row with random.randrange.
def data_iter(batch_size, features, labels):
    n = len(features)
    X, y = [], []
    for count in range(1, n + 1):
        i = random.randrange(n)
        X.append(features[i])
        y.append(labels[i])
        if len(X) == batch_size or count == n:
            yield torch.stack(X), torch.stack(y)
            X, y = [], []
