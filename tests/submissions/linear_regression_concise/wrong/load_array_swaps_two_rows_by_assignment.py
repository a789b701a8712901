# caught by: test_load_array_visits_every_row_once
# misconception: shuffles_the_tensors_themselves
# Fisher and Yates on the rows of the tensors, whose rows are views.
def load_array(data_arrays, batch_size, is_train=True):
    n = len(data_arrays[0])
    if is_train:
        for i in reversed(range(1, n)):
            j = random.randint(0, i)
            for a in data_arrays:
                a[i], a[j] = a[j], a[i]
    return DataLoader(TensorDataset(*data_arrays), batch_size)
