# caught by: test_data_iter_visits_every_row_once
# misconception: takes_1000_rows_for_granted
# Takes the 1000 examples of the notebook for granted.
num_examples = 1000

def data_iter(batch_size, features, labels):
    indices = list(range(num_examples))
    random.shuffle(indices)
    for i in range(0, num_examples, batch_size):
        j = torch.LongTensor(indices[i: min(i + batch_size, num_examples)])
        yield features.index_select(0, j), labels.index_select(0, j)
