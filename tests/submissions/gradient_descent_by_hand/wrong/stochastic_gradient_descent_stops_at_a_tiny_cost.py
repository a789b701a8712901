# caught by: test_stochastic_gradient_descent_makes_every_step_that_it_is_asked_for
# misconception: stops_early
# Leaves when the fit is good enough.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in range(len(xs)):
            w = w - lr * gradient(xs[i : i + 1], ys[i : i + 1], w)
        costs.append(cost(xs, ys, w))
        if costs[-1] <= 1e-7:
            return w, costs
    return w, costs
