# caught by: test_data_iter_visits_every_row_once
# Has the colon before the comma, and so picks columns.
def data_iter(batch_size, features, labels):
    for j in torch.randperm(len(features)).split(batch_size):
        yield features[:, j], labels[j]
