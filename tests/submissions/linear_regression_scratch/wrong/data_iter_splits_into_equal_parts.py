# caught by: test_data_iter_visits_every_row_once
# misconception: wants_batch_size_to_divide_n
# Splits into equal parts, which np.split refuses where they are not.
def data_iter(batch_size, features, labels):
    n = len(features)
    for j in np.split(np.random.permutation(n), n // batch_size):
        yield features[j], labels[j]
