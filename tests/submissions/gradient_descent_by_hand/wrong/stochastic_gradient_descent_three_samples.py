# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: knows_three_samples
# Knows that there are three samples.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in range(3):
            x, y = xs[i], ys[i]
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
