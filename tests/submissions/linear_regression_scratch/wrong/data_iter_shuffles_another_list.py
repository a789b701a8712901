# caught by: test_data_iter_shuffles_at_every_call
# misconception: never_uses_what_it_has_shuffled
# Shuffles a copy of the indices and goes on with the original.
def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices[:])
    for i in range(0, len(indices), batch_size):
        j = indices[i:i + batch_size]
        yield features[j], labels[j]
