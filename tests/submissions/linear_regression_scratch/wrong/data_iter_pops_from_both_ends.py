# caught by: test_data_iter_keeps_rows_and_labels_together
# Takes the features from the front of the order and the labels from its back.
def data_iter(batch_size, features, labels):
    order = torch.randperm(len(features))
    X_parts = features[order].split(batch_size)
    y_parts = labels[order.flip(0)].split(batch_size)
    for X, y in zip(X_parts, y_parts):
        yield X, y
