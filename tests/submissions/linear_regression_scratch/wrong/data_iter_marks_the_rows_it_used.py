# caught by: test_data_iter_leaves_its_arguments_alone
# Overwrites the labels of the rows that were drawn, to mark them.
def data_iter(batch_size, features, labels):
    for j in torch.randperm(len(features)).split(batch_size):
        X, y = features[j], labels[j]
        labels[j] = -1
        yield X, y
