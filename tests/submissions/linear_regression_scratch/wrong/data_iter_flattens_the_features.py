# caught by: test_data_iter_keeps_dtype_and_shape
# Makes a matrix of features that have more dimensions.
def data_iter(batch_size, features, labels):
    n = len(features)
    features = features.view(n, -1)
    for j in torch.randperm(n).split(batch_size):
        yield features[j], labels[j]
