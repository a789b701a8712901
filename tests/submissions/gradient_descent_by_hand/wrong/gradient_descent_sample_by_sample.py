# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: steps_after_every_sample
# Is stochastic: a step after each sample.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
