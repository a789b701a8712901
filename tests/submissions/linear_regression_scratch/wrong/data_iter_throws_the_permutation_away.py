# caught by: test_data_iter_shuffles_at_every_call
# misconception: never_uses_what_it_has_shuffled
# Does not keep what np.random.permutation returns.
def data_iter(batch_size, features, labels):
    num_examples = len(features)
    indices = np.arange(num_examples)
    np.random.permutation(indices)
    for i in range(0, num_examples, batch_size):
        j = torch.from_numpy(indices[i:min(i + batch_size, num_examples)])
        yield features.index_select(0, j), labels.index_select(0, j)
