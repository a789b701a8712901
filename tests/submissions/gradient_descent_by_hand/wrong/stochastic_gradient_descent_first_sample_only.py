# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: visits_a_single_sample
# Leaves the inner loop after the first sample.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
            break
        costs.append(cost(xs, ys, w))
    return w, costs
