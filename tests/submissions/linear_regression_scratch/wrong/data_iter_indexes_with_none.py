# caught by: test_data_iter_visits_every_row_once
# misconception: goes_on_with_none_after_shuffling
# Indexes with the None of random.shuffle, which only adds a dimension.
def data_iter(batch_size, features, labels):
    rows = list(range(len(features)))
    rows = random.shuffle(rows)
    X, y = features[rows], labels[rows]
    for i in range(0, len(features), batch_size):
        yield X[i:i + batch_size], y[i:i + batch_size]
