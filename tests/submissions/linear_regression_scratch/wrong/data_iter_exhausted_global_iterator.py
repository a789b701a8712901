# caught by: test_data_iter_starts_over_at_every_call
# Makes the iterator at the first call and returns the same, used up, ever after.
epoch = None

def data_iter(batch_size, features, labels):
    global epoch
    if epoch is None:
        perm = torch.randperm(len(features))
        epoch = iter([(features[j], labels[j]) for j in perm.split(batch_size)])
    return epoch
