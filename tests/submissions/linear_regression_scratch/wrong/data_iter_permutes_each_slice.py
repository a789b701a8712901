# caught by: test_data_iter_shuffles_at_every_call
# misconception: shuffles_only_inside_the_batches
# Cuts first and then permutes each slice.
def data_iter(batch_size, features, labels):
    for X, y in zip(features.split(batch_size), labels.split(batch_size)):
        p = torch.randperm(len(X))
        yield X[p], y[p]
