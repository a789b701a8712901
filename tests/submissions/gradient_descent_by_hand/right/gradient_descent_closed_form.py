def gradient_descent(xs, ys, w, lr, epochs):
    # the cost is a parabola: each step multiplies the distance to its lowest point by q
    lowest = xs @ ys / (xs @ xs)
    q = 1 - 2 * lr * np.mean(xs ** 2)
    weights = lowest + (w - lowest) * q ** np.arange(1, epochs + 1)
    costs = np.mean((np.outer(weights, xs) - ys) ** 2, axis=1)
    return weights[-1], costs
