# caught by: test_data_iter_visits_every_row_once
# misconception: hands_out_the_labels_first
# Yields the labels before the features.
def data_iter(batch_size, features, labels):
    idx = torch.randperm(len(features))
    for j in idx.split(batch_size):
        yield labels[j], features[j]
