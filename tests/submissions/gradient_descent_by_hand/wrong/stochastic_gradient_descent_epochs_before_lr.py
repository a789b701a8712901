# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: swaps_lr_and_epochs
# The last two parameters have changed places.
def stochastic_gradient_descent(xs, ys, w, epochs, lr):
    costs = [0] * epochs
    for e in range(epochs):
        for x, y in zip(xs, ys):
            w -= lr * 2 * x * (x * w - y)
        costs[e] = cost(xs, ys, w)
    return w, costs
