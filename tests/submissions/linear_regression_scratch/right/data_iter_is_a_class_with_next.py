class data_iter:
    """An iterator: calling the class begins an epoch."""

    def __init__(self, batch_size, features, labels):
        self.batch_size, self.data = batch_size, (features, labels)
        self.left = random.sample(range(len(features)), len(features))

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        now, self.left = self.left[: self.batch_size], self.left[self.batch_size :]
        return tuple(t[now] for t in self.data)
