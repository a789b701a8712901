# caught by: test_data_iter_shuffles_at_every_call
# Selects the rows of a batch with a mask, which keeps their stored order.
def data_iter(batch_size, features, labels):
    number = torch.randperm(len(features)) // batch_size
    for k in range(int(number.max()) + 1):
        mask = number == k
        yield features[mask], labels[mask]
