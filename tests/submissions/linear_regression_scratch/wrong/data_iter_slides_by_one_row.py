# caught by: test_data_iter_visits_every_row_once
# misconception: moves_on_by_one_row
# Begins batch k at row k.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    for k in range(-(-len(features) // batch_size)):
        yield features[perm[k:k + batch_size]], labels[perm[k:k + batch_size]]
