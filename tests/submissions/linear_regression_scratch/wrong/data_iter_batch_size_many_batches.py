# caught by: test_data_iter_fills_every_batch_but_the_last
# Takes batch_size for the number of batches.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    for j in torch.chunk(perm, batch_size):
        yield features[j], labels[j]
