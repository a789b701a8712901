# caught by: test_data_iter_visits_every_row_once
# Rows from the hundredth on never come.
def data_iter(batch_size, features, labels):
    n = min(len(features), 100)
    idx = torch.randperm(n)
    for j in idx.split(batch_size):
        yield features[j], labels[j]
