class Epochs:
    def __init__(self, batch_size, features, labels):
        self.batch_size = batch_size
        self.features = features
        self.labels = labels

    def __len__(self):
        return -(-len(self.features) // self.batch_size)

    def __iter__(self):
        order = np.arange(len(self.features))
        np.random.shuffle(order)
        for k in range(len(self)):
            rows = order[k * self.batch_size : (k + 1) * self.batch_size]
            yield self.features[rows], self.labels[rows]


def data_iter(batch_size, features, labels):
    return Epochs(batch_size, features, labels)
