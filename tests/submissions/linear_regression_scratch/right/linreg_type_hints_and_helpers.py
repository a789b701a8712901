from torch import Tensor


def weighted_sum(X: Tensor, w: Tensor) -> Tensor:
    """The sum of the features, each times its weight."""
    return X @ w


def shift(values: Tensor, by: Tensor) -> Tensor:
    return values + by


def linreg(X: Tensor, w: Tensor, b: Tensor) -> Tensor:
    """Linear regression: `(n, d)`, `(d, 1)`, `(1,)` give `(n, 1)`."""
    assert X.shape[1] == w.shape[0]
    return shift(weighted_sum(X, w), by=b)
