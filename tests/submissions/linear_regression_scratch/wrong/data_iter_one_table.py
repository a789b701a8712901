# caught by: test_data_iter_keeps_dtype_and_shape
# misconception: puts_features_and_labels_into_one_table
# Puts features and labels into one table, whose shape and dtype both then share.
def data_iter(batch_size, features, labels):
    n = len(features)
    table = torch.cat([features.reshape(n, -1), labels.reshape(n, -1)], dim=1)
    table = table[torch.randperm(n)]
    for i in range(0, n, batch_size):
        rows = table[i:i + batch_size]
        yield rows[:, :-1], rows[:, -1]
