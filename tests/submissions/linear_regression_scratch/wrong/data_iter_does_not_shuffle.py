# caught by: test_data_iter_shuffles_at_every_call
# misconception: does_not_shuffle
# Goes through the rows in their order.
def data_iter(batch_size, features, labels):
    for i in range(0, len(features), batch_size):
        yield features[i:i + batch_size], labels[i:i + batch_size]
