# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: takes_all_of_xs_for_a_sample
# Forgets the zip.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in (xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
