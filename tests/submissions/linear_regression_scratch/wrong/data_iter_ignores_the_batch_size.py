# caught by: test_data_iter_fills_every_batch_but_the_last
# misconception: puts_all_rows_into_one_batch
# Yields all the rows as one batch.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    yield features[perm], labels[perm]
