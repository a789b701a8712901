# caught by: test_load_array_visits_every_row_once
# misconception: takes_the_tensors_for_the_examples
# A dataset that counts the tensors, not their rows.
class Arrays(torch.utils.data.Dataset):
    def __init__(self, arrays):
        self.arrays = list(arrays)

    def __len__(self):
        return len(self.arrays)

    def __getitem__(self, i):
        return self.arrays[i]


def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(Arrays(data_arrays), batch_size=batch_size, shuffle=is_train)
