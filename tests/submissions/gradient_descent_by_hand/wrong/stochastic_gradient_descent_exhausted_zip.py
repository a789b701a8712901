# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: ends_every_epoch_at_the_same_weight
# Makes one zip for all epochs, which is empty after the first.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    pairs = zip(xs, ys)
    for _ in range(epochs):
        for x, y in pairs:
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
