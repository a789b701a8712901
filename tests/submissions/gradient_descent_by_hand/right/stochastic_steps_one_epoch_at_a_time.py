def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        w, _ = stochastic_gradient_descent(np.array([x]), np.array([y]), w, lr, 1)
        weights.append(float(w))
    return weights
