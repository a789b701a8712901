# caught by: test_data_iter_shuffles_at_every_call
# misconception: shuffles_a_part_of_the_rows
# Shuffles the first half of the rows only.
def data_iter(batch_size, features, labels):
    n = len(features)
    order = np.arange(n)
    np.random.shuffle(order[:n // 2])
    for i in range(0, n, batch_size):
        j = order[i:i + batch_size]
        yield features[j], labels[j]
