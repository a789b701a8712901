# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: goes_in_another_order
# Goes through the samples backwards.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs[::-1], ys[::-1]):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
