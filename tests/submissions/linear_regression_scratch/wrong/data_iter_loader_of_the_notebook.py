# caught by: test_data_iter_visits_every_row_once
# misconception: reads_the_notebooks_own_data
# Hands out a loader that was made of the notebook's data.
from torch.utils.data import DataLoader, TensorDataset

dataset = TensorDataset(features, labels)

def data_iter(batch_size, *data):
    return DataLoader(dataset, batch_size, shuffle=True)
