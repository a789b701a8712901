# caught by: test_data_iter_visits_every_row_once
# misconception: draws_every_batch_from_all_the_rows
# Draws each batch without replacement, but from all the rows, not from those that are left.
import math

def data_iter(batch_size, features, labels):
    n = len(features)
    for _ in range(math.ceil(n / batch_size)):
        rows = random.sample(range(n), min(batch_size, n))
        yield features[rows], labels[rows]
