# caught by: test_data_iter_shuffles_at_every_call
# misconception: shuffles_only_the_batches
# Shuffles where the batches begin, so that the short one can come at any time.
def data_iter(batch_size, features, labels):
    starts = list(range(0, len(features), batch_size))
    random.shuffle(starts)
    for i in starts:
        yield features[i:i + batch_size], labels[i:i + batch_size]
