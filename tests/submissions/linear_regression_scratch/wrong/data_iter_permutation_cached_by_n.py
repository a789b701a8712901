# caught by: test_data_iter_shuffles_at_every_call
# misconception: keeps_the_order_of_the_first_call
# Caches the permutation for every number of rows.
from functools import lru_cache

@lru_cache
def shuffled_indices(n):
    return torch.randperm(n)

def data_iter(batch_size, features, labels):
    for j in shuffled_indices(len(features)).split(batch_size):
        yield features[j], labels[j]
