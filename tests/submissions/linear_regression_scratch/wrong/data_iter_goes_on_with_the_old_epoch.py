# caught by: test_data_iter_starts_over_at_every_call
# Keeps the running loader in a class and first hands out what is left of it.
from torch.utils.data import DataLoader, TensorDataset

class Epoch:
    running = None

def data_iter(batch_size, features, labels):
    if Epoch.running is None:
        dataset = TensorDataset(features, labels)
        Epoch.running = iter(DataLoader(dataset, batch_size, shuffle=True))
    for X, y in Epoch.running:
        yield X, y
    Epoch.running = None
