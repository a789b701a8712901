# caught by: test_data_iter_shuffles_at_every_call
# misconception: does_not_shuffle
# Takes the unordered set for a shuffled one.
def data_iter(batch_size, features, labels):
    indices = list(set(range(len(features))))
    for i in range(0, len(indices), batch_size):
        j = indices[i:i + batch_size]
        yield features[j], labels[j]
