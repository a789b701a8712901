# caught by: test_data_iter_shuffles_at_every_call
# misconception: seeds_inside
# Seeds the generator at every call, so that all epochs are the same.
def data_iter(batch_size, features, labels):
    random.seed(42)
    indices = list(range(len(features)))
    random.shuffle(indices)
    for i in range(0, len(indices), batch_size):
        j = indices[i:i + batch_size]
        yield features[j], labels[j]
