# caught by: test_data_iter_visits_every_row_once
# Gives index_select the list of row numbers as it is.
def data_iter(batch_size, features, labels):
    num_examples = len(features)
    indices = list(range(num_examples))
    random.shuffle(indices)
    for i in range(0, num_examples, batch_size):
        j = indices[i: min(i + batch_size, num_examples)]
        yield features.index_select(0, j), labels.index_select(0, j)
