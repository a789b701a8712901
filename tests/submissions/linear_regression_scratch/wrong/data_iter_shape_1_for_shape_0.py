# caught by: test_data_iter_visits_every_row_once
# misconception: counts_the_columns
# Takes the number of columns for the number of rows.
def data_iter(batch_size, features, labels):
    num_examples = features.shape[1]
    indices = list(range(num_examples))
    random.shuffle(indices)
    for i in range(0, num_examples, batch_size):
        j = torch.LongTensor(indices[i:min(i + batch_size, num_examples)])
        yield features[j], labels[j]
