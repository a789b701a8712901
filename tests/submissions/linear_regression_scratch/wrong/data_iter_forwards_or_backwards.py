# caught by: test_data_iter_shuffles_at_every_call
# Tosses a coin between the order and its reverse, two orders of the many.
def data_iter(batch_size, features, labels):
    order = torch.arange(len(features))
    if random.random() < 0.5:
        order = order.flip(0)
    for j in order.split(batch_size):
        yield features[j], labels[j]
