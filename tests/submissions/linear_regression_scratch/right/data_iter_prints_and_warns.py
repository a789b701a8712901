import sys
import warnings


def data_iter(batch_size, features, labels):
    n = len(features)
    print("n =", n, "batch_size =", batch_size)
    if n % batch_size != 0:
        warnings.warn("the last batch is short", stacklevel=2)
    idx = list(range(n))
    random.shuffle(idx)
    for i in range(0, n, batch_size):
        print(f"\r{i}/{n}", end="", file=sys.stderr)
        part = idx[i : i + batch_size]
        yield features[part], labels[part]
    print("\nepoch done", file=sys.stderr)
