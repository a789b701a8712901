# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: leaves_out_a_sample
# Counts from 1.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in range(1, len(xs)):
            w = w - lr * 2 * xs[i] * (xs[i] * w - ys[i])
        costs.append(cost(xs, ys, w))
    return w, costs
