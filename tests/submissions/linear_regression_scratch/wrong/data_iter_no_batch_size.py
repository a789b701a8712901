# caught by: test_data_iter_visits_every_row_once
# Has no parameter for the batch size, and a size of its own.
def data_iter(features, labels):
    batch_size = 10
    indices = list(range(len(features)))
    random.shuffle(indices)
    for i in range(0, len(features), batch_size):
        j = torch.tensor(indices[i:i + batch_size])
        yield features[j], labels[j]
