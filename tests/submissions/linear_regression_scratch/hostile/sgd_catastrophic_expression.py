# shows: time was up|did not react|not returned
# mark: 0
# A regular expression that takes longer than the universe.
import re


def sgd(params, lr, batch_size):
    return re.match("(a+)+$", "a" * 64 + "b")
