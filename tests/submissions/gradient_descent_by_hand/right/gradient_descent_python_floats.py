import math


# Plain Python floats, whose powers raise where NumPy's become infinite.
def gradient_descent(xs, ys, w, lr, epochs):
    samples = list(zip(xs.tolist(), ys.tolist()))
    w, costs = float(w), []
    while len(costs) < epochs:
        w -= lr * math.fsum(2 * x * (x * w - y) for x, y in samples) / len(samples)
        costs.append(math.fsum((x * w - y) ** 2 for x, y in samples) / len(samples))
    return w, costs
