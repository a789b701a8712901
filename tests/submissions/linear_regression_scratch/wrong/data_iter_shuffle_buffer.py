# caught by: test_data_iter_shuffles_at_every_call
# Draws from a buffer of ten rows, so that no row comes much before its place.
def data_iter(batch_size, features, labels):
    buf, out = [], []
    for i in range(len(features)):
        buf.append(i)
        if len(buf) > 10: out.append(buf.pop(random.randrange(len(buf))))
    random.shuffle(buf); out += buf
    for i in range(0, len(out), batch_size):
        yield features[out[i:i+batch_size]], labels[out[i:i+batch_size]]
