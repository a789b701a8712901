# caught by: test_data_iter_visits_every_row_once
# misconception: asks_for_a_row_behind_the_last
# Numbers the rows from 1 to n.
def data_iter(batch_size, features, labels):
    n = len(features)
    indices = list(range(1, n + 1))
    random.shuffle(indices)
    for i in range(0, n, batch_size):
        yield features[indices[i:i + batch_size]], labels[indices[i:i + batch_size]]
