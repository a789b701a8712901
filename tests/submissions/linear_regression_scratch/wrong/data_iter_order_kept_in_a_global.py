# caught by: test_data_iter_visits_every_row_once
# Draws an order at the first call and keeps it in a global, also for other data.
order = None

def data_iter(batch_size, features, labels):
    global order
    if order is None:
        order = torch.randperm(len(features))
    for i in range(0, len(order), batch_size):
        j = order[i:i + batch_size]
        yield features[j], labels[j]
