# caught by: test_data_iter_visits_every_row_once
# misconception: never_begins_a_new_batch
# Never empties the list of the current batch, so that the batches grow.
def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices)
    batch = []
    for count, i in enumerate(indices, 1):
        batch.append(i)
        if count % batch_size == 0 or count == len(indices):
            yield features[batch], labels[batch]
