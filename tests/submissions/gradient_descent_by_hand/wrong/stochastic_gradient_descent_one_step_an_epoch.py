# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: makes_one_step_an_epoch
# Collects the gradients and makes one step an epoch.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        g = 0
        for x, y in zip(xs, ys):
            g += 2 * x * (x * w - y)
        w = w - lr * g / len(xs)
        costs.append(cost(xs, ys, w))
    return w, costs
