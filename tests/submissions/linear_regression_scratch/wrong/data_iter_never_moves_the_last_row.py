# caught by: test_data_iter_shuffles_at_every_call
# misconception: shuffles_a_part_of_the_rows
# Permutes n - 1 rows and puts the last row at the end of every epoch.
def data_iter(batch_size, features, labels):
    n = len(features)
    order = torch.cat([torch.randperm(n - 1), torch.tensor([n - 1])])
    for i in range(0, n, batch_size):
        j = order[i:i + batch_size]
        yield features[j], labels[j]
