# caught by: test_data_iter_shuffles_at_every_call
# misconception: gives_every_epoch_the_same_order
# Draws one permutation when the function is defined and uses it for every epoch.
permutation = np.random.permutation(100000)

def data_iter(batch_size, features, labels):
    indices = permutation[permutation < len(features)]
    for i in range(0, len(indices), batch_size):
        j = indices[i:i + batch_size]
        yield features[j], labels[j]
