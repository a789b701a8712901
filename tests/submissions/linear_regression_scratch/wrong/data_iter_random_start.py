# caught by: test_data_iter_shuffles_at_every_call
# Starts at a random row and goes round in order from there.
def data_iter(batch_size, features, labels):
    n = len(features)
    order = torch.arange(n).roll(random.randrange(n))
    for j in order.split(batch_size):
        yield features[j], labels[j]
