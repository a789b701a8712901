# caught by: test_data_iter_visits_every_row_once
# misconception: leaves_out_one_row
# Takes n - 1 for the end of the slice, as if the end were included.
def data_iter(batch_size, features, labels):
    n = len(features)
    indices = list(range(n))
    random.shuffle(indices)
    for i in range(0, n, batch_size):
        j = indices[i:min(i + batch_size, n - 1)]
        yield features[j], labels[j]
