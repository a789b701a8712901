# caught by: test_data_iter_fills_every_batch_but_the_last
# Shuffles the rows, cuts them, and shuffles the batches as well.
def data_iter(batch_size, features, labels):
    order = torch.randperm(len(features), device=features.device)
    batches = list(order.split(batch_size))
    random.shuffle(batches)
    for batch in batches:
        yield features[batch], labels[batch]
