def stochastic_steps(xs, ys, w, lr):
    weights = []
    for i in range(len(xs)):
        w = w - lr * gradient(xs[i:i + 1], ys[i:i + 1], w)
        weights.append(w)
    return tuple(weights)
