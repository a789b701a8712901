# caught by: test_stochastic_gradient_descent_makes_every_step_that_it_is_asked_for
# misconception: stops_early
# Stops when a whole epoch has hardly moved the weight.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        before = w
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
        if abs(w - before) < 1e-6:
            break
    return w, costs
