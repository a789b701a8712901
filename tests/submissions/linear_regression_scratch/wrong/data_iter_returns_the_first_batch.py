# caught by: test_data_iter_visits_every_row_once
# misconception: returns_a_single_batch
# Says return for yield, so that the loop ends in its first round.
def data_iter(batch_size, features, labels):
    num_examples = len(features)
    indices = list(range(num_examples))
    random.shuffle(indices)
    for i in range(0, num_examples, batch_size):
        j = torch.LongTensor(indices[i: min(i + batch_size, num_examples)])
        return features.index_select(0, j), labels.index_select(0, j)
