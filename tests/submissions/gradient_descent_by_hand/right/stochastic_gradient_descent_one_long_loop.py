def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    n = len(xs)
    for step in range(epochs * n):
        i = step % n
        w = w - 2 * lr * xs[i] * (xs[i] * w - ys[i])
        if i == n - 1:
            costs.append(np.mean((xs * w - ys) ** 2))
    return w, costs
