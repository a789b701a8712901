# caught by: test_data_iter_visits_every_row_once
# misconception: uses_shuffle_on_a_tensor
# Uses np.random.shuffle on a tensor of row numbers, which is no NumPy array.
def data_iter(batch_size, features, labels):
    idx = torch.tensor(range(len(labels)))
    np.random.shuffle(idx)
    return [(features[j], labels[j]) for j in idx.split(batch_size)]
