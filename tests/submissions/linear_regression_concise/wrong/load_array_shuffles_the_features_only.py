# caught by: test_load_array_keeps_rows_aligned
# misconception: shuffles_the_tensors_apart; shuffles_once
# Shuffles the first tensor beforehand and forgets the others.
def load_array(data_arrays, batch_size, is_train=True):
    features, *rest = data_arrays
    if is_train:
        features = features[torch.randperm(features.shape[0])]
    return DataLoader(TensorDataset(features, *rest), batch_size)
