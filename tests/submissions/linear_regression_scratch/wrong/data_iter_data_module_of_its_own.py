# caught by: test_data_iter_visits_every_row_once
# misconception: later_edition
# An object that only gives its batches when get_dataloader is called, as later editions do.
from torch.utils.data import DataLoader, TensorDataset

class data_iter:
    def __init__(self, batch_size, features, labels):
        self.batch_size, self.X, self.y = batch_size, features, labels

    def get_tensorloader(self, tensors, train):
        return DataLoader(TensorDataset(*tensors), self.batch_size, shuffle=train)

    def get_dataloader(self, train):
        return self.get_tensorloader((self.X, self.y), train)

    def train_dataloader(self):
        return self.get_dataloader(train=True)
