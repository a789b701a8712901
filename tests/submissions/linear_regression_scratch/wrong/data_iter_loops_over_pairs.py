# caught by: test_data_iter_visits_every_row_once
# misconception: hands_out_single_rows
# Loops over single pairs of a shuffled list.
def data_iter(batch_size, features, labels):
    examples = list(zip(features, labels))
    random.shuffle(examples)
    for x, y in examples:
        yield x, y
