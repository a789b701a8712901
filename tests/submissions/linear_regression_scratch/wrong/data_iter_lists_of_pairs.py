# caught by: test_data_iter_visits_every_row_once
# Yields slices of a list of single pairs.
def data_iter(batch_size, features, labels):
    examples = list(zip(features, labels))
    random.shuffle(examples)
    for i in range(0, len(examples), batch_size):
        yield examples[i:i + batch_size]
