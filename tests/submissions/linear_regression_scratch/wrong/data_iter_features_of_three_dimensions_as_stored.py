# caught by: test_data_iter_keeps_rows_and_labels_together
# Features with three dimensions are sliced as they are stored.
def data_iter(batch_size, features, labels):
    n = len(features)
    idx = torch.randperm(n)
    for i in range(0, n, batch_size):
        j = idx[i:i+batch_size]
        yield (features[j] if features.dim() == 2 else features[i:i+batch_size]), labels[j]
