# shows: recursion|Recursion|crash|signal|time
# mark: 0
# Calls itself for ever.
import sys

sys.setrecursionlimit(10**9)


def squared_loss(y_hat, y):
    return squared_loss(y_hat, y)
