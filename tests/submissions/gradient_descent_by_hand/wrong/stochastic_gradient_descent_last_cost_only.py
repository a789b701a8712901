# caught by: test_stochastic_gradient_descent_returns_the_cost_after_every_epoch
# misconception: returns_the_last_number_only
# Returns the last cost and not the list.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs[-1]
