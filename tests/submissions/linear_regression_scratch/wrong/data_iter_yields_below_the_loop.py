# caught by: test_data_iter_visits_every_row_once
# Indents the yield too little: it stands below the loop.
def data_iter(batch_size, features, labels):
    num_examples = len(features)
    indices = list(range(num_examples))
    random.shuffle(indices)
    for i in range(0, num_examples, batch_size):
        j = torch.tensor(indices[i:min(i + batch_size, num_examples)])
    yield features[j], labels[j]
