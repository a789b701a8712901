# caught by: test_data_iter_visits_every_row_once
# misconception: rearranges_a_range
# Shuffles a range, which cannot change.
def data_iter(batch_size, features, labels):
    indices = range(len(features))
    random.shuffle(indices)
    for i in range(0, len(features), batch_size):
        j = torch.tensor(indices[i:i + batch_size])
        yield features[j], labels[j]
