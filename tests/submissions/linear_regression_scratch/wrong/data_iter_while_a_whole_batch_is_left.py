# caught by: test_data_iter_visits_every_row_once
# misconception: drops_the_last_short_batch
# Goes on only while a whole batch is left.
def data_iter(batch_size, features, labels):
    perm, start = torch.randperm(len(features)), 0
    while start + batch_size <= len(perm):
        rows = perm[start:start + batch_size]
        start = start + batch_size
        yield features[rows], labels[rows]
