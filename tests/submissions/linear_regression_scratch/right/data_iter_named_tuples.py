from collections import namedtuple
Batch = namedtuple("Batch", "X y")
def data_iter(batch_size, features, labels):
    p = torch.randperm(len(features))
    for i in p.split(batch_size):
        yield Batch(features[i], labels[i])
