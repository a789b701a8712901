# caught by: test_data_iter_shuffles_at_every_call
# misconception: does_not_shuffle
# Loops over a loader that keeps the order.
from torch.utils.data import DataLoader, TensorDataset

def data_iter(batch_size, features, labels):
    dataset = TensorDataset(features, labels)
    for X, y in DataLoader(dataset, batch_size=batch_size, shuffle=False):
        yield X, y
