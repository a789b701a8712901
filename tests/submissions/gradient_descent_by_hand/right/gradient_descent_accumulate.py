from itertools import accumulate


def gradient_descent(xs, ys, w, lr, epochs):
    steps = accumulate(range(epochs), lambda v, _: v - lr * gradient(xs, ys, v), initial=w)
    path = list(steps)[1:]
    return path[-1], tuple(cost(xs, ys, v) for v in path)
