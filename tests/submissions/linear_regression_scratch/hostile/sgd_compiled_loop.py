# shows: time was up|did not react|not returned
# mark: 0
# Computes for ever in compiled code.
import itertools


def sgd(params, lr, batch_size):
    return sum(itertools.repeat(0))
