# caught by: test_data_iter_keeps_rows_and_labels_together
# Counts the labels from 1, so that every row gets its neighbour's label.
def data_iter(batch_size, features, labels):
    indices = list(range(1, len(features) + 1))
    random.shuffle(indices)
    for i in range(0, len(features), batch_size):
        j = torch.tensor(indices[i:i + batch_size])
        yield features[j - 1], labels[j % len(labels)]
