# caught by: test_squared_loss_halves_the_squared_error
# Remembers the loss of two tensors, whatever is in them by now.
import functools
@functools.lru_cache(maxsize=None)
def squared_loss(y_hat, y):
    return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2
