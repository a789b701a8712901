# caught by: test_data_iter_keeps_dtype_and_shape
# misconception: puts_features_and_labels_into_one_table
# Shuffles one NumPy table of features and labels.
def data_iter(batch_size, features, labels):
    n = len(features)
    table = np.column_stack([features.numpy().reshape(n, -1), labels.numpy()])
    np.random.shuffle(table)
    for i in range(0, n, batch_size):
        part = torch.from_numpy(table[i:i + batch_size])
        yield part[:, :-1], part[:, -1]
