def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = np.empty(epochs)
    for epoch in range(epochs):
        for i in range(xs.size):
            w = w - lr * gradient(xs[i:i + 1], ys[i:i + 1], w)
        costs[epoch] = cost(xs, ys, w)
    return w, costs
