# caught by: test_data_iter_keeps_rows_and_labels_together
# misconception: shuffles_features_and_labels_apart
# Samples one list of row numbers for the features and one for the labels.
def data_iter(batch_size, features, labels):
    n = len(features)
    rows, others = random.sample(range(n), n), random.sample(range(n), n)
    for i in range(0, n, batch_size):
        yield features[rows[i:i + batch_size]], labels[others[i:i + batch_size]]
