# caught by: test_data_iter_visits_every_row_once
# Yields the number of the batch as well.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    for k, j in enumerate(perm.split(batch_size)):
        yield k, features[j], labels[j]
