# caught by: test_data_iter_shuffles_at_every_call
# misconception: shuffles_a_part_of_the_rows
# Leaves the first entry out of the swapping.
def data_iter(batch_size, features, labels):
    order = list(range(len(features)))
    for i in range(len(order) - 1, 1, -1):
        j = random.randint(1, i)
        order[i], order[j] = order[j], order[i]
    for start in range(0, len(order), batch_size):
        rows = order[start:start + batch_size]
        yield features[rows], labels[rows]
