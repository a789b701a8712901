# caught by: test_load_array_visits_every_row_once
# Mean 0 and standard deviation 1 for all that has more than one row.
def load_array(data_arrays, batch_size, is_train=True):
    def scaled(a):
        if not a.is_floating_point() or len(a) < 2:
            return a
        return (a - a.mean(dim=0)) / a.std(dim=0)

    return DataLoader(TensorDataset(*map(scaled, data_arrays)), batch_size, shuffle=is_train)
