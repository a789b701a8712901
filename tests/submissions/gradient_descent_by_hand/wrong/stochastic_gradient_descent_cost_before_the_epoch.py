# caught by: test_stochastic_gradient_descent_returns_the_cost_after_every_epoch
# misconception: notes_too_early
# Notes the cost at the beginning of the epoch.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        costs.append(cost(xs, ys, w))
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
    return w, costs
