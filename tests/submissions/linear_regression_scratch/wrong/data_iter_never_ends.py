# caught by: test_data_iter_visits_every_row_once
# misconception: never_ends
# Begins a new epoch for ever instead of ending after one.
def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    while True:
        random.shuffle(indices)
        for i in range(0, len(indices), batch_size):
            j = indices[i:i + batch_size]
            yield features[j], labels[j]
