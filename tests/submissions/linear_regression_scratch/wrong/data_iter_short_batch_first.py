# caught by: test_data_iter_fills_every_batch_but_the_last
# Pops the batches from the end of their list, so that the short one comes first.
def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices)
    batches = [indices[i:i + batch_size] for i in range(0, len(indices), batch_size)]
    while batches:
        j = batches.pop()
        yield features[j], labels[j]
