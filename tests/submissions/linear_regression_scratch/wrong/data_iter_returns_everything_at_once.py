# caught by: test_data_iter_visits_every_row_once
# misconception: returns_a_single_batch
# Shuffles and returns all the rows and labels, never cut into batches.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    return features[perm], labels[perm]
