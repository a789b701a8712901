# caught by: test_load_array_visits_every_row_once
# misconception: gives_the_loader_two_orders
# Says twice how to shuffle, which a DataLoader refuses.
def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    sampler = torch.utils.data.RandomSampler(dataset) if is_train else None
    return DataLoader(dataset, batch_size, shuffle=is_train, sampler=sampler)
