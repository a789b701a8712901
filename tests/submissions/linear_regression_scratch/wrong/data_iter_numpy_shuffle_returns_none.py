# caught by: test_data_iter_visits_every_row_once
# misconception: goes_on_with_none_after_shuffling
# Keeps the None of np.random.shuffle and asks for its length.
def data_iter(batch_size, features, labels):
    order = np.random.shuffle(np.arange(len(features)))
    start = 0
    while start < len(order):
        rows = order[start:start + batch_size]
        yield features[rows], labels[rows]
        start += batch_size
