# caught by: test_gradient_descent_makes_every_step_that_it_is_asked_for
# misconception: stops_early
# Stops when a step is small.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        g = gradient(xs, ys, w)
        w = w - lr * g
        costs.append(cost(xs, ys, w))
        if abs(lr * g) < 1e-6:
            break
    return w, costs
