# caught by: test_data_iter_fills_every_batch_but_the_last
# Goes through the parts of the permutation from the back.
def data_iter(batch_size, features, labels):
    for j in reversed(torch.randperm(len(features)).split(batch_size)):
        yield features[j], labels[j]
