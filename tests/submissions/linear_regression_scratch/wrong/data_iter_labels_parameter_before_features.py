# caught by: test_data_iter_visits_every_row_once
# misconception: has_its_parameters_in_another_order
# Has labels before features among its parameters, and so hands the two out swapped.
def data_iter(batch_size, labels, features):
    for j in torch.randperm(len(labels)).split(batch_size):
        yield features[j], labels[j]
