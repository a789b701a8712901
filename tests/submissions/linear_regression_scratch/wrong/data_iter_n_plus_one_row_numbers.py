# caught by: test_data_iter_visits_every_row_once
# misconception: asks_for_a_row_behind_the_last
# Permutes n + 1 numbers, one more than there are rows.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features) + 1)
    X, y = features[perm], labels[perm]
    return list(zip(X.split(batch_size), y.split(batch_size)))
