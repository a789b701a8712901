# caught by: test_data_iter_visits_every_row_once
# misconception: hands_out_the_same_rows_again_and_again
# Never moves the start on, and so never ends.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    start = 0
    while start < len(features):
        rows = perm[start:start + batch_size]
        yield features[rows], labels[rows]
