# caught by: test_data_iter_visits_every_row_once
# Removes from the list that it loops over, which skips every second row.
def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices)
    batch = []
    for i in indices:
        batch.append(i)
        indices.remove(i)
        if len(batch) == batch_size:
            yield features[batch], labels[batch]
            batch = []
    if batch:
        yield features[batch], labels[batch]
