# caught by: test_data_iter_shuffles_at_every_call
# misconception: does_not_shuffle
# Leaves the loader's shuffle at its default, which is False.
import torch.utils.data as Data

def data_iter(batch_size, features, labels):
    return Data.DataLoader(Data.TensorDataset(features, labels), batch_size=batch_size)
