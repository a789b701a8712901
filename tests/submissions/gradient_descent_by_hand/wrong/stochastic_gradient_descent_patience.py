# caught by: test_stochastic_gradient_descent_makes_every_step_that_it_is_asked_for
# Stops after three epochs without a new lowest cost.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs, bad = [], 0
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(np.mean((xs * w - ys) ** 2))
        bad = bad + 1 if len(costs) > 1 and costs[-1] >= min(costs[:-1]) else 0
        if bad >= 3:
            break
    return w, costs
