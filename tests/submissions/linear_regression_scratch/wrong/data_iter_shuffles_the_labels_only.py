# caught by: test_data_iter_keeps_rows_and_labels_together
# misconception: shuffles_only_one_of_the_two
# Shuffles the labels and leaves the features in their order.
def data_iter(batch_size, features, labels):
    order = np.random.permutation(len(labels))
    shuffled = labels[order]
    for i in range(0, len(features), batch_size):
        yield features[i:i + batch_size], shuffled[i:i + batch_size]
