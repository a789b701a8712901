# caught by: test_data_iter_visits_every_row_once
# misconception: draws_every_batch_from_all_the_rows
# Yields the first batch of a new loader over and over, a new draw in every step.
from torch.utils.data import DataLoader, TensorDataset

def data_iter(batch_size, features, labels):
    loader = DataLoader(TensorDataset(features, labels), batch_size, shuffle=True)
    for _ in range(len(loader)):
        yield next(iter(loader))
