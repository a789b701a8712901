# caught by: test_data_iter_shuffles_at_every_call
# misconception: shuffles_only_the_batches
# Shuffles the order of the batches, each of which always has the same rows.
def data_iter(batch_size, features, labels):
    n = len(features)
    starts = list(range(0, n - n % batch_size, batch_size))
    random.shuffle(starts)
    if n % batch_size:
        starts.append(n - n % batch_size)
    for i in starts:
        yield features[i:i + batch_size], labels[i:i + batch_size]
