# caught by: test_data_iter_visits_every_row_once
# misconception: wants_batch_size_to_divide_n
# Picks batch_size row numbers one by one, also where fewer are left.
def data_iter(batch_size, features, labels):
    n = len(features)
    order = torch.randperm(n).tolist()
    for i in range(0, n, batch_size):
        rows = [order[i + k] for k in range(batch_size)]
        yield features[rows], labels[rows]
