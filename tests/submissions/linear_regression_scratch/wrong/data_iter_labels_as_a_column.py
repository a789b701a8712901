# caught by: test_data_iter_keeps_dtype_and_shape
# Makes a column of labels that came as a vector.
def data_iter(batch_size, features, labels):
    n = len(features)
    for j in torch.randperm(n).split(batch_size):
        yield features[j], labels[j].reshape(-1, 1)
