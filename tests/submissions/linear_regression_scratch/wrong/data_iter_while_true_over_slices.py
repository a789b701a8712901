# caught by: test_data_iter_visits_every_row_once
# misconception: never_ends
# Has no end: slices beyond the last row are empty, and no error.
def data_iter(batch_size, features, labels):
    perm = np.random.permutation(len(features))
    i = 0
    while True:
        yield features[perm[i:i + batch_size]], labels[perm[i:i + batch_size]]
        i += batch_size
