def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    if epochs < 1:
        return w, []
    for x, y in zip(xs, ys):
        w = w - lr * gradient(np.array([x]), np.array([y]), w)
    end, others = stochastic_gradient_descent(xs, ys, w, lr, epochs - 1)
    return end, [cost(xs, ys, w), *others]
