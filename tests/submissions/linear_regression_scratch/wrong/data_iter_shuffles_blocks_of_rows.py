# caught by: test_data_iter_shuffles_at_every_call
# Shuffles blocks of rows; the rows of a block stay together.
def data_iter(batch_size, features, labels):
    n = len(features); k = max(1, n // 10)
    blocks = [list(range(i, min(i + k, n))) for i in range(0, n, k)]; random.shuffle(blocks)
    rows = sum(blocks, [])
    for i in range(0, n, batch_size):
        yield features[rows[i:i+batch_size]], labels[rows[i:i+batch_size]]
