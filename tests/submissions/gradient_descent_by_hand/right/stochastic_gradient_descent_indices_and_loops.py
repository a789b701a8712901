def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    n = len(xs)
    costs = []
    for epoch in range(epochs):
        for i in range(n):
            error = xs[i] * w - ys[i]
            w -= lr * 2 * error * xs[i]
        total = 0.0
        for i in range(n):
            total += (xs[i] * w - ys[i]) ** 2
        costs.append(total / n)
    return w, tuple(costs)
