# caught by: test_stochastic_gradient_descent_makes_every_step_that_it_is_asked_for
# Stops when the cost is not finite any more.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        c = np.mean((xs * w - ys) ** 2)
        if not np.isfinite(c):
            break
        costs.append(c)
    return w, costs
