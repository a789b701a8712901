# caught by: test_data_iter_keeps_dtype_and_shape
# misconception: makes_a_column_of_the_labels
# Makes a column of labels that came as a vector.
def data_iter(batch_size, features, labels):
    n = len(features)
    for j in torch.randperm(n).split(batch_size):
        yield features[j], labels[j].reshape(-1, 1)
