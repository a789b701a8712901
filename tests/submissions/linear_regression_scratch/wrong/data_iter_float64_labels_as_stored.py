# caught by: test_data_iter_keeps_rows_and_labels_together
# Labels in float64 are sliced as they are stored.
def data_iter(batch_size, features, labels):
    n = len(features)
    idx = torch.randperm(n)
    for i in range(0, n, batch_size):
        j = idx[i:i+batch_size]
        yield features[j], (labels[j] if labels.dtype != torch.float64 else labels[i:i+batch_size])
