# caught by: test_data_iter_visits_every_row_once
# misconception: names_a_parameter_otherwise
# The parameter is called batchsize, and batch_size is no name at all.
def data_iter(batchsize, features, labels):
    order = np.random.permutation(len(features))
    for i in range(0, len(order), batch_size):
        j = order[i:i + batch_size]
        yield features[j], labels[j]
