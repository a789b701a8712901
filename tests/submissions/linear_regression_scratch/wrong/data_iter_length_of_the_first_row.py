# caught by: test_data_iter_visits_every_row_once
# misconception: counts_the_columns
# Takes the length of one row for the number of rows.
def data_iter(batch_size, features, labels):
    for j in torch.randperm(len(features[0])).split(batch_size):
        yield features[j], labels[j]
