# caught by: test_data_iter_visits_every_row_once
# misconception: gives_all_the_labels_to_every_batch
# Forgets to pick the labels of the batch.
def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices)
    for i in range(0, len(features), batch_size):
        yield features[indices[i:i + batch_size]], labels
