# caught by: test_data_iter_visits_every_row_once
# misconception: has_its_parameters_in_another_order
# Takes batch_size as the last argument instead of the first.
def data_iter(features, labels, batch_size):
    n = len(features)
    perm = torch.randperm(n)
    for start in range(0, n, batch_size):
        rows = perm[start:start + batch_size]
        yield features[rows], labels[rows]
