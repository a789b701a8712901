# caught by: test_data_iter_visits_every_row_once
# misconception: wants_batch_size_to_divide_n
# Asks for a whole batch of the rows that are left when fewer are, which is an error.
def data_iter(batch_size, features, labels):
    left = list(range(len(features)))
    while left:
        rows = random.sample(left, batch_size)
        left = [i for i in left if i not in rows]
        yield features[rows], labels[rows]
