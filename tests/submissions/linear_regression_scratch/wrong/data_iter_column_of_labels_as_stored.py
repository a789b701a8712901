# caught by: test_data_iter_keeps_rows_and_labels_together
# Labels (n, 1) are sliced as they are stored.
def data_iter(batch_size, features, labels):
    n = len(features)
    idx = torch.randperm(n)
    for i in range(0, n, batch_size):
        j = idx[i:i+batch_size]
        yield features[j], (labels[j] if labels.dim() == 1 else labels[i:i+batch_size])
