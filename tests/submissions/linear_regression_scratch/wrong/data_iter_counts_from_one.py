# caught by: test_data_iter_visits_every_row_once
# misconception: leaves_out_one_row
# Begins with row 1, so that row 0 never comes.
def data_iter(batch_size, features, labels):
    rows = list(range(1, len(features)))
    random.shuffle(rows)
    while rows:
        batch = rows[:batch_size]
        rows = rows[batch_size:]
        yield features[batch], labels[batch]
