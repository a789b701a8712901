# caught by: test_data_iter_keeps_dtype_and_shape
# misconception: makes_the_labels_flat
# Squeezes labels that came as a column.
def data_iter(batch_size, features, labels):
    labels = labels.squeeze()
    for j in torch.randperm(len(features)).split(batch_size):
        yield features[j], labels[j]
