# caught by: test_data_iter_visits_every_row_once
# Gives the loader a tuple of two tensors, for it a data set of two examples.
from torch.utils.data import DataLoader

def data_iter(batch_size, features, labels):
    return DataLoader((features, labels), batch_size, shuffle=True)
