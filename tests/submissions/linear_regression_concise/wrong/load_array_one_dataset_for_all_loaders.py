# caught by: test_load_array_starts_every_pass_at_the_beginning
# All loaders read the arrays of the last call: an older loader hands out rows of other data.
class Rows(torch.utils.data.Dataset):
    arrays = None
    def __len__(self):
        return len(Rows.arrays[0])
    def __getitem__(self, i):
        return tuple(a[i] for a in Rows.arrays)

def load_array(data_arrays, batch_size, is_train=True):
    Rows.arrays = data_arrays
    n = len(data_arrays[0])
    class Mine(Rows):
        def __len__(self):
            return n
    return DataLoader(Mine(), batch_size, shuffle=is_train)
