from functools import reduce


def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    samples = list(zip(xs.tolist(), ys.tolist()))
    costs = []
    for _ in range(epochs):
        w = reduce(lambda v, s: v - lr * 2 * s[0] * (s[0] * v - s[1]), samples, w)
        costs.append(sum((x * w - y) ** 2 for x, y in samples) / len(samples))
    return w, costs
