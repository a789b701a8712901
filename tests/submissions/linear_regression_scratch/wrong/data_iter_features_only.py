# caught by: test_data_iter_visits_every_row_once
# misconception: hands_out_the_features_only
# Yields the features without their labels.
def data_iter(batch_size, features, labels):
    idx = torch.randperm(len(features))
    for j in idx.split(batch_size):
        yield features[j]
