def stochastic_steps(xs, ys, w, lr):
    weights = np.empty(len(xs))
    for i, (x, y) in enumerate(zip(xs, ys)):
        previous = weights[i - 1] if i else w
        weights[i] = previous - 2 * lr * x * (previous * x - y)
    return weights
