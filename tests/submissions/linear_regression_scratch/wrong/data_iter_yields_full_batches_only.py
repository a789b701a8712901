# caught by: test_data_iter_visits_every_row_once
# misconception: drops_the_last_short_batch
# Yields a batch when it is full, and forgets the one that never gets full.
def data_iter(batch_size, features, labels):
    batch = []
    for i in random.sample(range(len(features)), len(features)):
        batch.append(i)
        if len(batch) == batch_size:
            yield features[batch], labels[batch]
            batch = []
