# caught by: test_gradient_descent_makes_every_step_that_it_is_asked_for
# misconception: stops_early
# Stops when the cost rises.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        c = cost(xs, ys, w)
        if costs and c > costs[-1]:
            break
        costs.append(c)
    return w, costs
