# caught by: test_data_iter_keeps_dtype_and_shape
# misconception: makes_the_labels_flat
# Makes a vector of the labels of every batch.
def data_iter(batch_size, features, labels):
    for j in torch.randperm(len(features)).split(batch_size):
        yield features[j], labels[j].reshape(-1)
