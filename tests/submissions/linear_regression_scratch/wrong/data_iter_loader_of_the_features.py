# caught by: test_data_iter_visits_every_row_once
# misconception: hands_out_the_features_only
# Gives the loader the features alone.
from torch.utils.data import DataLoader

def data_iter(batch_size, features, labels):
    return DataLoader(features, batch_size=batch_size, shuffle=True)
