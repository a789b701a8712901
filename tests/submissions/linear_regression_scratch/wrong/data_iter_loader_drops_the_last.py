# caught by: test_data_iter_visits_every_row_once
# misconception: drops_the_last_short_batch
# Tells the loader to drop the last batch.
from torch.utils.data import DataLoader, TensorDataset

def data_iter(batch_size, features, labels):
    return DataLoader(TensorDataset(features, labels), batch_size, shuffle=True, drop_last=True)
