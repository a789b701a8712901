# caught by: test_data_iter_visits_every_row_once
# misconception: wants_batch_size_to_divide_n
# Works only for a number of rows that batch_size divides.
def data_iter(batch_size, features, labels):
    assert len(features) % batch_size == 0
    for j in torch.randperm(len(features)).view(-1, batch_size):
        yield features[j], labels[j]
