# caught by: test_data_iter_shuffles_at_every_call
# misconception: does_not_shuffle
# Splits both tensors as they are.
def data_iter(batch_size, features, labels):
    return list(zip(torch.split(features, batch_size), torch.split(labels, batch_size)))
