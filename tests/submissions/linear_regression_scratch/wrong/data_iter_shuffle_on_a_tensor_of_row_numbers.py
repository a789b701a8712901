# caught by: test_data_iter_visits_every_row_once
# misconception: uses_shuffle_on_a_tensor
# Uses random.shuffle on a tensor of row numbers, where a swap overwrites one of the two.
def data_iter(batch_size, features, labels):
    num_examples = len(features)
    indices = torch.arange(num_examples)
    random.shuffle(indices)
    for i in range(0, num_examples, batch_size):
        j = indices[i:min(i + batch_size, num_examples)]
        yield features.index_select(0, j), labels.index_select(0, j)
