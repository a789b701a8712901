import sys
import warnings


def squared_loss(y_hat, y):
    print("shapes:", tuple(y_hat.shape), tuple(y.shape))
    print("squared_loss called", file=sys.stderr)
    if y.shape != y_hat.shape:
        warnings.warn("y has another shape than y_hat")
    return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2
