# caught by: test_data_iter_visits_every_row_once
# Rounds n / batch_size, down as often as up.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    for k in range(max(1, round(len(perm) / batch_size))):
        j = perm[k * batch_size:(k + 1) * batch_size]
        yield features[j], labels[j]
