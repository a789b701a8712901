# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# The weight that it returns is an array.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    w, costs = np.array([float(w)]), []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(float(np.mean((xs * w - ys) ** 2)))
    return w, costs
