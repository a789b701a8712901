# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: appends_to_none
# Gives the list the value of append(), which is None.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs = costs.append(cost(xs, ys, w))
    return w, costs
