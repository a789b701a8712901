# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: begins_at_a_weight_of_its_own
# Starts at 1, as the table does.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    w = 1.0
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
