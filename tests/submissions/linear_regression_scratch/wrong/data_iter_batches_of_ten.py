# caught by: test_data_iter_fills_every_batch_but_the_last
# misconception: ignores_the_argument_batch_size
# Has the number 10 where batch_size should be.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    return [(features[j], labels[j]) for j in perm.split(10)]
