# caught by: test_data_iter_visits_every_row_once
# Returns the inner generator function without calling it.
def data_iter(batch_size, features, labels):
    def batches():
        perm = torch.randperm(len(features))
        for j in perm.split(batch_size):
            yield features[j], labels[j]
    return batches
