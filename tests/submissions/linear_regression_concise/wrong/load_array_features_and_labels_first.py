# caught by: test_load_array_visits_every_row_once
# misconception: asks_for_features_and_labels_apart
# Two tensors in the place of the tuple.
def load_array(features, labels, batch_size, is_train=True):
    rows = list(zip(features, labels))
    return DataLoader(rows, batch_size=batch_size, shuffle=is_train)
