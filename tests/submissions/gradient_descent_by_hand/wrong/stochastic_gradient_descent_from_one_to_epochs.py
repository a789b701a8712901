# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: makes_one_epoch_too_few_or_too_many
# Counts from 1 to epochs - 1.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for epoch in range(1, epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
