# caught by: test_load_array_visits_every_row_once
# misconception: joins_the_tensors_in_one_table
# Puts all tensors beside each other in one table.
def load_array(data_arrays, batch_size, is_train=True):
    table = torch.cat([a.reshape(len(a), -1) for a in data_arrays], dim=1)
    return DataLoader(table, batch_size, shuffle=is_train)
