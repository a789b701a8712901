# caught by: test_data_iter_keeps_rows_and_labels_together
# misconception: shuffles_only_one_of_the_two
# Shuffles the features and leaves the labels in their old order.
def data_iter(batch_size, features, labels):
    n = len(features)
    perm = torch.randperm(n)
    for i in range(0, n, batch_size):
        end = min(i + batch_size, n)
        yield features[perm[i:end]], labels[i:end]
