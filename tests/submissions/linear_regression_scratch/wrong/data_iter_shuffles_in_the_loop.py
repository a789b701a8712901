# caught by: test_data_iter_visits_every_row_once
# misconception: draws_every_batch_from_all_the_rows
# Shuffles all the row numbers again for every batch.
def data_iter(batch_size, features, labels):
    num_examples = len(features)
    indices = list(range(num_examples))
    for i in range(0, num_examples, batch_size):
        random.shuffle(indices)
        j = torch.LongTensor(indices[i:min(i + batch_size, num_examples)])
        yield features.index_select(0, j), labels.index_select(0, j)
