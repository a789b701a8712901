# caught by: test_data_iter_visits_every_row_once
# misconception: leaves_one_row_out_of_every_batch
# Ends each slice at the last row that it should have.
def data_iter(batch_size, features, labels):
    n = len(features)
    order = random.sample(range(n), n)
    for i in range(0, n, batch_size):
        last = min(i + batch_size, n) - 1
        yield features[order[i:last]], labels[order[i:last]]
