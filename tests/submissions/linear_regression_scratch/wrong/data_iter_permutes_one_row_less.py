# caught by: test_data_iter_visits_every_row_once
# misconception: leaves_out_one_row
# Permutes n - 1 numbers: the last row never comes.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(features.shape[0] - 1)
    for part in perm.split(batch_size):
        yield features[part], labels[part]
