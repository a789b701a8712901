from collections.abc import Iterator


def _path(xs: np.ndarray, ys: np.ndarray, w: float, lr: float) -> Iterator[float]:
    n = xs.size
    while True:
        w = w - lr * 2 / n * float((xs * (xs * w - ys)).sum())
        yield w


def gradient_descent(xs, ys, w, lr, epochs) -> tuple[float, list[float]]:
    path = _path(xs, ys, w, lr)
    weights = [next(path) for _ in range(epochs)]
    return weights[-1], [float(np.mean((xs * v - ys) ** 2)) for v in weights]
