# caught by: test_data_iter_visits_every_row_once
# misconception: hands_out_row_numbers
# Yields the row numbers of a batch as a list.
def data_iter(batch_size, features, labels):
    rows = list(range(len(features)))
    random.shuffle(rows)
    for i in range(0, len(rows), batch_size):
        yield rows[i:i + batch_size]
