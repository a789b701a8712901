# caught by: test_data_iter_visits_every_row_once
# misconception: hands_out_no_tensors
# Yields Python lists of row tensors that nobody stacks.
def data_iter(batch_size, features, labels):
    pairs = list(zip(features, labels))
    random.shuffle(pairs)
    for i in range(0, len(pairs), batch_size):
        batch = pairs[i:i + batch_size]
        yield [p[0] for p in batch], [p[1] for p in batch]
