# shows: patched
# mark: less
# Random states that nobody can set.
import random

for module, name in ((random, "seed"), (np.random, "seed"), (torch, "manual_seed")):
    setattr(module, name, lambda *a, **k: None)
print("patched")


def data_iter(batch_size, features, labels):
    for i in range(0, len(features), batch_size):
        yield features[i : i + batch_size], labels[i : i + batch_size]
