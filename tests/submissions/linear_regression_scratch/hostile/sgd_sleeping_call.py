# shows: not returned|time
# mark: 0
# Sleeps for ever when it is called.
import time


def sgd(params, lr, batch_size):
    time.sleep(10**6)
