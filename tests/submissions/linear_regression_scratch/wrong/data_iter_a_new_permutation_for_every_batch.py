# caught by: test_data_iter_visits_every_row_once
# misconception: draws_every_batch_from_all_the_rows
# Takes the first rows of a new permutation for each batch.
def data_iter(batch_size, features, labels):
    n = features.size(0)
    left = n
    while left > 0:
        size = min(batch_size, left)
        j = torch.randperm(n)[:size]
        yield features[j], labels[j]
        left -= size
