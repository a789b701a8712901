# caught by: test_gradient_descent_makes_every_step_that_it_is_asked_for
# Leaves the loop as soon as the cost is below a bound.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    while True:
        w -= lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
        if len(costs) == epochs or costs[-1] < 1e-9:
            break
    return w, costs
