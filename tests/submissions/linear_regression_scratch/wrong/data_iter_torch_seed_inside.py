# caught by: test_data_iter_shuffles_at_every_call
# misconception: seeds_inside
# Seeds torch at every call.
def data_iter(batch_size, features, labels):
    torch.manual_seed(0)
    perm = torch.randperm(len(features))
    for rows in perm.split(batch_size):
        yield features[rows], labels[rows]
