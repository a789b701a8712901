def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for epoch in range(epochs):
        g = 0
        for x, y in zip(xs, ys):
            g += 2 * x * (x * w - y)
        w -= lr * g / len(xs)
        c = 0
        for x, y in zip(xs, ys):
            c += (x * w - y) ** 2
        costs.append(c / len(xs))
    return [w, costs]
