# caught by: test_load_array_starts_every_pass_at_the_beginning
# A pass goes on where one that was broken off stopped: "each pass (each for loop) is one epoch: every row comes exactly once".
class Resuming(DataLoader):
    running = None
    def __iter__(self):
        if self.running is None:
            self.running = super().__iter__()
        while True:
            try:
                batch = next(self.running)
            except StopIteration:
                self.running = None
                return
            yield batch

def load_array(data_arrays, batch_size, is_train=True):
    return Resuming(TensorDataset(*data_arrays), batch_size, shuffle=is_train)
