# caught by: test_data_iter_visits_every_row_once
# misconception: fills_up_the_last_batch
# Fills the last batch up with rows drawn from all.
def data_iter(batch_size, features, labels):
    n = len(features)
    order = random.sample(range(n), n)
    while len(order) % batch_size:
        order.append(random.choice(order[:n // batch_size * batch_size or n]))
    for i in range(0, len(order), batch_size):
        yield features[order[i:i + batch_size]], labels[order[i:i + batch_size]]
