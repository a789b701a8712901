# caught by: test_data_iter_visits_every_row_once
# misconception: returns_all_rows_as_one_pair
# Shuffles and returns all the rows and labels, never cut into batches.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    return features[perm], labels[perm]
