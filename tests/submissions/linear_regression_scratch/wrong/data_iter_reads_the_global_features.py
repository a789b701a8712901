# caught by: test_data_iter_visits_every_row_once
# misconception: reads_the_notebooks_own_data
# Misspells two parameters and so reads the notebook's own data.
features = torch.randn(1000, 2)
labels = features @ torch.tensor([2.0, -3.4]) + 4.2

def data_iter(batch_size, feature, label):
    indices = list(range(len(features)))
    random.shuffle(indices)
    for i in range(0, len(features), batch_size):
        j = torch.LongTensor(indices[i:i + batch_size])
        yield features[j], labels[j]
