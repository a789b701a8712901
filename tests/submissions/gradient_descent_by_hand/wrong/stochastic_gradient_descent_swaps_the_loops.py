# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: swaps_the_loops
# The loops are the other way round: every sample makes all its steps at once.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for x, y in zip(xs, ys):
        for _ in range(epochs):
            w = w - lr * 2 * x * (x * w - y)
    for _ in range(epochs):
        costs.append(cost(xs, ys, w))
    return w, costs
