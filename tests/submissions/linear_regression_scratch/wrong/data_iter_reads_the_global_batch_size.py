# caught by: test_data_iter_fills_every_batch_but_the_last
# misconception: ignores_the_argument_batch_size
# Misspells the parameter and so takes the notebook's batch_size.
batch_size = 10

def data_iter(batchsize, features, labels):
    num_examples = len(features)
    indices = list(range(num_examples))
    random.shuffle(indices)
    for i in range(0, num_examples, batch_size):
        j = torch.LongTensor(indices[i: min(i + batch_size, num_examples)])
        yield features.index_select(0, j), labels.index_select(0, j)
