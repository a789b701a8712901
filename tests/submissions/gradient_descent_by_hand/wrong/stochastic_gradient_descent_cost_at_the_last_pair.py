# caught by: test_stochastic_gradient_descent_makes_every_step_that_it_is_asked_for
# Knows the end of an epoch by the values of the last sample.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
            if x == xs[-1] and y == ys[-1]:
                costs.append(np.mean((xs * w - ys) ** 2))
    return w, costs
