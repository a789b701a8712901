# caught by: test_gradient_descent_makes_every_step_that_it_is_asked_for
# Stops when the cost is above a limit.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * 2 * np.mean(xs * (xs * w - ys))
        costs.append(np.mean((xs * w - ys) ** 2))
        if costs[-1] > 1e10:
            break
    return w, costs
