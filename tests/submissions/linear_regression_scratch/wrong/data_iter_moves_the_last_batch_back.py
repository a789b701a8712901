# caught by: test_data_iter_visits_every_row_once
# misconception: fills_up_the_last_batch
# Takes the last batch_size rows for the short last batch, some of which were seen before.
def data_iter(batch_size, features, labels):
    n = len(features)
    order = torch.randperm(n)
    i = 0
    while i < n:
        if i + batch_size > n:
            j = order[-batch_size:]
        else:
            j = order[i:i + batch_size]
        yield features[j], labels[j]
        i += batch_size
