def gradient_descent(xs, ys, w, lr, epochs):
    costs = [cost(xs, ys, w)]
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    return w, costs[1:]
