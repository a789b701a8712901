# caught by: test_data_iter_visits_every_row_once
# misconception: takes_one_row_too_many_into_a_batch
# Takes one row too many into a batch, the first row of the next one.
def data_iter(batch_size, features, labels):
    order = torch.randperm(len(features))
    for i in range(0, len(features), batch_size):
        j = order[i:i + batch_size + 1]
        yield features[j], labels[j]
