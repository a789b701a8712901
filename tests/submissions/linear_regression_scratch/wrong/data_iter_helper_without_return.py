# caught by: test_data_iter_visits_every_row_once
# misconception: goes_on_with_none_after_shuffling
# A helper of its own shuffles and returns nothing.
def data_iter(batch_size, features, labels):
    def order(n):
        r = list(range(n))
        random.shuffle(r)
    rows = order(len(features))
    for i in range(0, len(features), batch_size):
        yield features[rows[i:i+batch_size]], labels[rows[i:i+batch_size]]
