# caught by: test_data_iter_keeps_rows_and_labels_together
# misconception: shuffles_features_and_labels_apart
# Zips two loaders that shuffle independently of each other.
from torch.utils.data import DataLoader

def data_iter(batch_size, features, labels):
    X_loader = DataLoader(features, batch_size, shuffle=True)
    y_loader = DataLoader(labels, batch_size, shuffle=True)
    return zip(X_loader, y_loader)
