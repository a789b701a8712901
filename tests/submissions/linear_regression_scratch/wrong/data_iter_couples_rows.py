# caught by: test_data_iter_shuffles_at_every_call
# Shuffles pairs of neighbours, which always come together.
def data_iter(batch_size, features, labels):
    n = len(features); half = n // 2
    if n < 4: rows = random.sample(range(n), n)
    else:
        pairs = [[2*i, 2*i+1] for i in range(half)] + ([[n-1]] if n % 2 else [])
        random.shuffle(pairs); rows = sum(pairs, [])
    for i in range(0, n, batch_size): yield features[rows[i:i+batch_size]], labels[rows[i:i+batch_size]]
