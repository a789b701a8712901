# caught by: test_stochastic_gradient_descent_returns_the_cost_after_every_epoch
# misconception: counts_the_start
# Notes the cost of the start too.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = [cost(xs, ys, w)]
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
