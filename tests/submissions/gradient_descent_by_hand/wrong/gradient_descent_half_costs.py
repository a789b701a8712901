# caught by: test_gradient_descent_returns_the_cost_after_every_step
# misconception: halves_the_costs
# Notes half the cost.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w) / 2)
    return w, costs
