# caught by: test_data_iter_visits_every_row_once
# Moves the start on twice in every turn.
def data_iter(batch_size, features, labels):
    n = len(features)
    indices = list(range(n))
    random.shuffle(indices)
    i = 0
    while i < n:
        j = indices[i:i + batch_size]
        i += batch_size
        yield features[j], labels[j]
        i += batch_size
