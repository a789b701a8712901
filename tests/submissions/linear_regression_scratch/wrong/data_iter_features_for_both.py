# caught by: test_data_iter_visits_every_row_once
# Writes features for labels in the second half of the line.
def data_iter(batch_size, features, labels):
    num_examples = len(features)
    indices = list(range(num_examples))
    random.shuffle(indices)
    for i in range(0, num_examples, batch_size):
        j = torch.tensor(indices[i:min(i + batch_size, num_examples)])
        yield features.index_select(0, j), features.index_select(0, j)
