# caught by: test_data_iter_visits_every_row_once
# Indexes with a list inside a tensor of one row, which puts a dimension of 1 in front.
def data_iter(batch_size, features, labels):
    indices = np.random.permutation(len(features))
    for i in range(0, len(features), batch_size):
        j = torch.tensor(np.array([indices[i:i + batch_size]]))
        yield features[j], labels[j]
