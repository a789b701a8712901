# caught by: test_data_iter_keeps_rows_and_labels_together
# Where one batch is enough the labels stay in their order.
def data_iter(batch_size, features, labels):
    n = len(features)
    idx = torch.randperm(n)
    if batch_size > n:
        yield features[idx], labels
        return
    for i in range(0, n, batch_size):
        j = idx[i:i+batch_size]
        yield features[j], labels[j]
