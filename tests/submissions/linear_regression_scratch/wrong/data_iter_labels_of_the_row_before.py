# caught by: test_data_iter_keeps_rows_and_labels_together
# Takes 1 off the row numbers of the labels: -1 is the last row, and no error.
def data_iter(batch_size, features, labels):
    for j in torch.randperm(len(features)).split(batch_size):
        yield features[j], labels[j - 1]
