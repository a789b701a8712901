# caught by: test_data_iter_shuffles_at_every_call
# misconception: shuffles_only_inside_the_batches
# Shuffles only the rows inside of every batch.
def data_iter(batch_size, features, labels):
    n = len(features)
    for i in range(0, n, batch_size):
        j = list(range(i, min(i + batch_size, n)))
        random.shuffle(j)
        yield features[j], labels[j]
