# caught by: test_data_iter_leaves_its_arguments_alone
# misconception: shuffles_the_arguments_themselves
# Copies the shuffled rows back with copy_.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    features.copy_(features[perm])
    labels.copy_(labels[perm])
    return [(X.clone(), y.clone()) for X, y in zip(features.split(batch_size), labels.split(batch_size))]
