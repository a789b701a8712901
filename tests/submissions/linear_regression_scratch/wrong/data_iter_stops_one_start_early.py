# caught by: test_data_iter_fills_every_batch_but_the_last
# Ends the range at n - 1, which loses a last batch of one row.
def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices)
    for i in range(0, len(indices) - 1, batch_size):
        j = indices[i:i + batch_size]
        yield features[j], labels[j]
