# caught by: test_data_iter_shuffles_at_every_call
# misconception: never_uses_what_it_has_shuffled
# Shuffles row numbers and then slices the tensors themselves.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    for X, y in zip(features.split(batch_size), labels.split(batch_size)):
        yield X, y
