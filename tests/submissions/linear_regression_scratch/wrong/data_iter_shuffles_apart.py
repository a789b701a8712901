# caught by: test_data_iter_keeps_rows_and_labels_together
# misconception: shuffles_features_and_labels_apart
# Shuffles the features and the labels each with a permutation of its own.
def data_iter(batch_size, features, labels):
    features = features[torch.randperm(len(features))]
    labels = labels[torch.randperm(len(labels))]
    for i in range(0, len(features), batch_size):
        yield features[i:i + batch_size], labels[i:i + batch_size]
