# caught by: test_load_array_visits_every_row_once
# misconception: reads_the_houses_of_the_notebook
# A dataset of the notebook's variables.
class Houses(torch.utils.data.Dataset):
    def __len__(self):
        return num_examples

    def __getitem__(self, i):
        return features[i], labels[i]


def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(Houses(), batch_size=batch_size, shuffle=is_train)
