# caught by: test_data_iter_visits_every_row_once
# misconception: takes_1000_rows_for_granted
# Lets the start of the batches run up to 1000, where no rows are.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    for i in range(0, 1000, batch_size):
        rows = perm[i:i + batch_size]
        yield features[rows], labels[rows]
