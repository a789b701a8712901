# caught by: test_data_iter_keeps_dtype_and_shape
# misconception: changes_the_dtype
# Builds the batch from Python numbers, which torch.tensor makes float32.
def data_iter(batch_size, features, labels):
    pairs = [(x.tolist(), y.tolist()) for x, y in zip(features, labels)]
    random.shuffle(pairs)
    for i in range(0, len(pairs), batch_size):
        X, y = zip(*pairs[i:i + batch_size])
        yield torch.tensor(X), torch.tensor(y)
