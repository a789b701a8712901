# caught by: test_stochastic_gradient_descent_makes_every_step_that_it_is_asked_for
# misconception: stops_early
# Ends when an epoch has made it worse.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        before = cost(xs, ys, w)
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
        if costs[-1] > before:
            return w, costs
    return w, costs
