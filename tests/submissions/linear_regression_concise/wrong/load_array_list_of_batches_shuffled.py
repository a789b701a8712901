# caught by: test_load_array_shuffles_in_training
# misconception: shuffles_ready_made_batches
# Cuts once, and shuffles the list of batches in every pass.
class Cut(torch.utils.data.Dataset):
    def __init__(self, arrays, size):
        self.parts = list(zip(*(a.split(size) for a in arrays)))

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, i):
        return self.parts[i]


def load_array(data_arrays, batch_size, is_train=True):
    return DataLoader(Cut(data_arrays, batch_size), batch_size=None, shuffle=is_train)
