# caught by: test_data_iter_visits_every_row_once
# Yields the rows and then their labels, two items for each batch.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    for j in perm.split(batch_size):
        yield features[j]
        yield labels[j]
