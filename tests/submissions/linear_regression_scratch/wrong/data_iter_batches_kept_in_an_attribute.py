# caught by: test_data_iter_visits_every_row_once
# misconception: keeps_the_batches_of_the_first_call
# Makes the list of batches once and hands it out at every call.
def data_iter(batch_size, features, labels):
    if not hasattr(data_iter, "batches"):
        perm = np.random.permutation(len(features))
        data_iter.batches = [
            (features[perm[i:i + batch_size]], labels[perm[i:i + batch_size]])
            for i in range(0, len(perm), batch_size)
        ]
    yield from data_iter.batches
