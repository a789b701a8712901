# caught by: test_data_iter_keeps_rows_and_labels_together
# misconception: shuffles_only_one_of_the_two
# Lets a loader shuffle the features, and splits the labels as they are.
from torch.utils.data import DataLoader

def data_iter(batch_size, features, labels):
    X_batches = DataLoader(features, batch_size, shuffle=True)
    return zip(X_batches, labels.split(batch_size))
