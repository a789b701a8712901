# caught by: test_data_iter_visits_every_row_once
# misconception: hands_out_single_rows
# Yields the rows of a batch one by one rather than together.
def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices)
    for i in range(0, len(features), batch_size):
        for j in indices[i:i + batch_size]:
            yield features[j], labels[j]
