def _steps(xs, ys, w, lr):
    for x, y in zip(xs, ys):
        w = w - lr * 2 * x * (x * w - y)
        yield w


def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        *_, w = _steps(xs, ys, w, lr)
        costs.append(cost(xs, ys, w))
    return w, costs
