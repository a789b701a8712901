# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: visits_a_single_sample
# The step stands outside the inner loop.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            g = 2 * x * (x * w - y)
        w = w - lr * g
        costs.append(cost(xs, ys, w))
    return w, costs
