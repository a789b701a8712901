# caught by: test_data_iter_shuffles_at_every_call
# Takes every a-th row from a random one on: few of the possible orders.
import math
def data_iter(batch_size, features, labels):
    n = len(features)
    a = random.choice([a for a in range(1, n + 1) if math.gcd(a, n) == 1]); c = random.randrange(n)
    rows = [(a * i + c) % n for i in range(n)]
    for i in range(0, n, batch_size):
        yield features[rows[i:i+batch_size]], labels[rows[i:i+batch_size]]
