# caught by: test_data_iter_visits_every_row_once
# The book's load_array, which gets both tensors as one argument.
from torch.utils import data

def data_iter(data_arrays, batch_size, is_train=True):
    dataset = data.TensorDataset(*data_arrays)
    return data.DataLoader(dataset, batch_size, shuffle=is_train)
