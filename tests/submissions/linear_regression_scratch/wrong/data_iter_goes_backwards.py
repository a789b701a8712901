# caught by: test_data_iter_shuffles_at_every_call
# misconception: gives_every_epoch_the_same_order
# Turns the order round, which is no shuffling.
def data_iter(batch_size, features, labels):
    rows = list(reversed(range(len(features))))
    for i in range(0, len(rows), batch_size):
        yield features[rows[i:i + batch_size]], labels[rows[i:i + batch_size]]
