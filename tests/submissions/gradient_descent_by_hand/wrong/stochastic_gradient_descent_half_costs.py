# caught by: test_stochastic_gradient_descent_returns_the_cost_after_every_epoch
# misconception: halves_the_costs
# Notes half the cost.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(0.5 * np.mean((xs * w - ys) ** 2))
    return w, costs
