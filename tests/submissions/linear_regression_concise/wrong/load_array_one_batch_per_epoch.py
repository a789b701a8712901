# caught by: test_load_array_visits_every_row_once
# Tells the sampler to draw a single batch.
def load_array(data_arrays, batch_size, is_train=True):
    dataset = TensorDataset(*data_arrays)
    few = min(batch_size, len(dataset))
    sampler = torch.utils.data.RandomSampler(dataset, num_samples=few) if is_train else None
    return DataLoader(dataset, batch_size, sampler=sampler)
