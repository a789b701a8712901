# caught by: test_gradient_descent_makes_every_step_that_it_is_asked_for
# Stops after ten epochs without a new lowest cost.
def gradient_descent(xs, ys, w, lr, epochs):
    costs, best, bad = [], np.inf, 0
    for _ in range(epochs):
        w = w - lr * 2 * np.mean(xs * (xs * w - ys))
        costs.append(np.mean((xs * w - ys) ** 2))
        if costs[-1] < best:
            best, bad = costs[-1], 0
        else:
            bad += 1
        if bad >= 10:
            break
    return w, costs
