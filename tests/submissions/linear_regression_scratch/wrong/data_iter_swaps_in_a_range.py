# caught by: test_data_iter_visits_every_row_once
# misconception: rearranges_a_range
# Swaps the entries of a range by hand.
def data_iter(batch_size, features, labels):
    order = range(len(features))
    for i in order:
        j = random.choice(order)
        order[i], order[j] = order[j], order[i]
    while order:
        now, order = order[:batch_size], order[batch_size:]
        yield features[now], labels[now]
