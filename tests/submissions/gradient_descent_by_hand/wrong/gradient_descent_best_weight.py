# caught by: test_gradient_descent_makes_every_step_that_it_is_asked_for
# Returns the best weight on the way, not the last.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
        best = w if len(costs) == 1 or costs[-1] <= min(costs) else best
    return best, costs
