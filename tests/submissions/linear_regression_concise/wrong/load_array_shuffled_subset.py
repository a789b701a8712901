# caught by: test_load_array_shuffles_in_training
# misconception: shuffles_once
# A subset in random order, drawn when it is made.
def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    if is_train:
        rows = list(range(len(dataset)))
        random.shuffle(rows)
        dataset = torch.utils.data.Subset(dataset, rows)
    return DataLoader(dataset, batch_size)
