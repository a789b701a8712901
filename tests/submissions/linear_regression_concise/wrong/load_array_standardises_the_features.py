# caught by: test_load_array_visits_every_row_once
# Centres every column, well meant, on the way.
def load_array(data_arrays, batch_size, is_train=True):
    first, *rest = data_arrays
    first = first - first.mean(dim=0) if first.is_floating_point() else first
    return DataLoader(TensorDataset(first, *rest), batch_size, shuffle=is_train)
