# caught by: test_data_iter_visits_every_row_once
# misconception: takes_all_the_rest_into_every_batch
# Leaves out the end of the slice.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    X, y = features[perm], labels[perm]
    for i in range(0, len(features), batch_size):
        yield X[i:], y[i:]
