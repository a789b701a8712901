# caught by: test_data_iter_shuffles_at_every_call
# misconception: gives_every_epoch_the_same_order
# Caches the permutation for every number of rows.
from functools import lru_cache

@lru_cache
def shuffled_indices(n):
    return torch.randperm(n)

def data_iter(batch_size, features, labels):
    for j in shuffled_indices(len(features)).split(batch_size):
        yield features[j], labels[j]
