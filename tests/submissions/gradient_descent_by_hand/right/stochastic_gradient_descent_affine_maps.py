def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    # a step is w -> q w + r with q = 1 - 2 lr x², r = 2 lr x y
    q, r = 1 - 2 * lr * xs ** 2, 2 * lr * xs * ys
    costs = []
    for _ in range(epochs):
        for a, b in zip(q, r):
            w = a * w + b
        costs.append(np.mean((xs * w - ys) ** 2))
    return [w, costs]
