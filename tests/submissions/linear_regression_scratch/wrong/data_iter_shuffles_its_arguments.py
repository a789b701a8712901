# caught by: test_data_iter_leaves_its_arguments_alone
# misconception: shuffles_the_arguments_themselves
# Writes the shuffled rows back into the tensors that it was given.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    features[:] = features[perm]
    labels[:] = labels[perm]
    for i in range(0, len(features), batch_size):
        yield features[i:i + batch_size].clone(), labels[i:i + batch_size].clone()
