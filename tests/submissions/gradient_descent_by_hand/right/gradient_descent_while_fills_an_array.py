def gradient_descent(xs, ys, w, lr, epochs):
    costs = np.zeros(epochs)
    t = 0
    while t < epochs:
        w = w - (2 * lr / len(xs)) * np.dot(xs, w * xs - ys)
        costs[t] = np.average((w * xs - ys) ** 2)
        t += 1
    return w, costs
