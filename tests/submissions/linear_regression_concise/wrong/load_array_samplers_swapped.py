# caught by: test_load_array_shuffles_in_training
# misconception: turns_the_switch_round
# The two samplers stand in each other's place.
def load_array(data_arrays, batch_size, is_train=True):
    data = TensorDataset(*data_arrays)
    if is_train:
        order = torch.utils.data.SequentialSampler(data)
    else:
        order = torch.utils.data.RandomSampler(data)
    return DataLoader(data, batch_size, sampler=order)
