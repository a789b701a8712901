# caught by: test_data_iter_fills_every_batch_but_the_last
# misconception: makes_the_batches_equal
# Cuts the rows into so many parts of nearly equal size, as `chunk` does.
def data_iter(batch_size, features, labels):
    order = torch.randperm(len(features), device=features.device)
    for part in order.chunk(-(-len(features) // batch_size)):
        yield features[part], labels[part]
