# caught by: test_data_iter_fills_every_batch_but_the_last
# misconception: takes_batch_size_for_the_number_of_batches
# Takes batch_size for the number of batches.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    for j in torch.chunk(perm, batch_size):
        yield features[j], labels[j]
