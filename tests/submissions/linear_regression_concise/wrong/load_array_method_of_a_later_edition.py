# caught by: test_load_array_visits_every_row_once
# misconception: later_edition
# A method, as in the classes of later editions.
def load_array(self, tensors, train, indices=slice(0, None)):
    tensors = tuple(a[indices] for a in tensors)
    dataset = TensorDataset(*tensors)
    return DataLoader(dataset, self.batch_size, shuffle=train)
