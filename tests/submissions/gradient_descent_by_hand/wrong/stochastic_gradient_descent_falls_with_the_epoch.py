# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# Divides the rate by the number of the epoch.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for epoch in range(1, epochs + 1):
        for x, y in zip(xs, ys):
            w = w - lr / epoch * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
