# caught by: test_load_array_visits_every_row_once
# misconception: makes_columns_of_flat_tensors
# Makes labels fit the predictions, early.
def load_array(data_arrays, batch_size, is_train=True):
    arrays = [a.unsqueeze(1) if a.dim() == 1 else a for a in data_arrays]
    return DataLoader(TensorDataset(*arrays), batch_size, shuffle=is_train)
