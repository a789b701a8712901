# caught by: test_data_iter_shuffles_at_every_call
# misconception: seeds_inside
# Seeds NumPy at every call.
def data_iter(batch_size, features, labels):
    n = len(features)
    np.random.seed(n)
    order = np.arange(n)
    np.random.shuffle(order)
    batches = []
    for i in range(0, n, batch_size):
        batches.append((features[order[i:i + batch_size]], labels[order[i:i + batch_size]]))
    return batches
