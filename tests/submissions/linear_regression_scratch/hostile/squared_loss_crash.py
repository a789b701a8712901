# shows: signal 11
# mark: 0
# Reads where there is no memory.
import ctypes


def squared_loss(y_hat, y):
    return ctypes.string_at(0)
