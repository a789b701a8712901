# caught by: test_data_iter_visits_every_row_once
# Selects along dimension 1, columns for rows.
def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices)
    for i in range(0, len(features), batch_size):
        j = torch.tensor(indices[i:i + batch_size])
        yield features.index_select(1, j), labels.index_select(0, j)
