# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: steps_by_a_rate_of_its_own
# Steps with the rate of the table.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - 0.05 * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
