# caught by: test_load_array_visits_every_row_once
# misconception: asks_for_features_and_labels_apart
# The parameters of data_iter.
def load_array(batch_size, features, labels):
    dataset = TensorDataset(features, labels)
    return DataLoader(dataset, batch_size, shuffle=True)
