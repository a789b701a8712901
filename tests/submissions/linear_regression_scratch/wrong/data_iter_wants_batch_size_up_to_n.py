# caught by: test_data_iter_fills_every_batch_but_the_last
# misconception: fails_where_one_batch_is_enough
# Refuses a batch_size larger than the number of rows.
def data_iter(batch_size, features, labels):
    n = len(features)
    if batch_size > n:
        raise ValueError("batch_size is too large")
    for j in torch.randperm(n).split(batch_size):
        yield features[j], labels[j]
