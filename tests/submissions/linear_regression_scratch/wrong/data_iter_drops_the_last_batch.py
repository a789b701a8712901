# caught by: test_data_iter_visits_every_row_once
# misconception: drops_the_last_short_batch
# Counts the batches with n // batch_size and so drops the short last one.
def data_iter(batch_size, features, labels):
    indices = np.random.permutation(len(features))
    for k in range(len(features) // batch_size):
        j = indices[k * batch_size:(k + 1) * batch_size]
        yield features[j], labels[j]
