# caught by: test_data_iter_starts_over_at_every_call
# Keeps the position in a global that only a finished epoch sets back.
position = 0

def data_iter(batch_size, features, labels):
    global position
    indices = list(range(len(features)))
    random.shuffle(indices)
    while position < len(indices):
        j = indices[position:position + batch_size]
        position += batch_size
        yield features[j], labels[j]
    position = 0
