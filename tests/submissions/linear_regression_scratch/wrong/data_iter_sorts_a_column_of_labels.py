# caught by: test_data_iter_keeps_rows_and_labels_together
# The labels of a batch come in the order of their row numbers if they are a column.
def data_iter(batch_size, features, labels):
    idx = torch.randperm(len(features))
    for j in idx.split(batch_size):
        if labels.dim() == 2:
            yield features[j], labels[j.sort().values]
        else:
            yield features[j], labels[j]
