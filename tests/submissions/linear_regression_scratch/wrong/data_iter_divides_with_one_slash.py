# caught by: test_data_iter_visits_every_row_once
# misconception: counts_with_a_float
# Counts the batches with /, which makes a float.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    for k in range(len(features) / batch_size):
        j = perm[k * batch_size:(k + 1) * batch_size]
        yield features[j], labels[j]
