# caught by: test_data_iter_visits_every_row_once
# misconception: takes_all_the_rest_into_every_batch
# Ends the slice at the larger of the two ends, so that every batch reaches to the last row.
def data_iter(batch_size, features, labels):
    num_examples = len(features)
    indices = list(range(num_examples))
    random.shuffle(indices)
    for i in range(0, num_examples, batch_size):
        j = torch.LongTensor(indices[i: max(i + batch_size, num_examples)])
        yield features.index_select(0, j), labels.index_select(0, j)
