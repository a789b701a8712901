# caught by: test_data_iter_visits_every_row_once
# misconception: hands_out_row_numbers
# Yields the row numbers in the place of the labels.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    for j in perm.split(batch_size):
        yield features[j], j
