# caught by: test_data_iter_shuffles_at_every_call
# Draws the seed of every epoch from a small range: there are fifty orders, and no more.
def data_iter(batch_size, features, labels):
    order = np.random.RandomState(random.randrange(50)).permutation(len(features))
    for i in range(0, len(order), batch_size):
        j = order[i:i + batch_size]
        yield features[j], labels[j]
