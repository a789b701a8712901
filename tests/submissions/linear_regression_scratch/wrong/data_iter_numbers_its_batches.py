# caught by: test_data_iter_visits_every_row_once
# Wraps the loader in enumerate, so that every item is (number, batch).
from torch.utils.data import DataLoader, TensorDataset

def data_iter(batch_size, features, labels):
    loader = DataLoader(TensorDataset(features, labels), batch_size, shuffle=True)
    return enumerate(loader)
