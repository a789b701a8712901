# caught by: test_data_iter_visits_every_row_once
# Multiplies starts by batch_size that have it in them already.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    for i in range(0, len(features), batch_size):
        j = perm[i * batch_size:(i + 1) * batch_size]
        yield features[j], labels[j]
