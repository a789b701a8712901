# caught by: test_data_iter_visits_every_row_once
# misconception: goes_on_with_none_after_shuffling
# Keeps the None that random.shuffle returns and throws the shuffled list away.
def data_iter(batch_size, features, labels):
    num_examples = len(features)
    indices = random.shuffle(list(range(num_examples)))
    for i in range(0, num_examples, batch_size):
        j = torch.LongTensor(indices[i: min(i + batch_size, num_examples)])
        yield features.index_select(0, j), labels.index_select(0, j)
