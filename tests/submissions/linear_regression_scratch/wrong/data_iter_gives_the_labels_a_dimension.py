# caught by: test_data_iter_leaves_its_arguments_alone
# Adds a dimension to the caller's labels with unsqueeze_.
def data_iter(batch_size, features, labels):
    labels.unsqueeze_(1)
    for j in torch.randperm(len(features)).split(batch_size):
        yield features[j], labels[j].squeeze(1)
