# caught by: test_data_iter_shuffles_at_every_call
# Rows change places with their neighbours only, within blocks of 64.
def data_iter(batch_size, features, labels):
    n = len(features)
    order = []
    for s in range(0, n, 64):
        block = list(range(s, min(s+64, n)))
        random.shuffle(block)
        order += block
    for i in range(0, n, batch_size):
        yield features[order[i:i+batch_size]], labels[order[i:i+batch_size]]
