# caught by: test_data_iter_shuffles_at_every_call
# Sorts the rows inside of every batch by their place, so that many orders never come.
def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices)
    for i in range(0, len(indices), batch_size):
        j = sorted(indices[i:i + batch_size])
        yield features[j], labels[j]
