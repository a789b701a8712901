# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: leaves_out_the_rate
# Steps by the whole gradient of the sample.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in range(len(xs)):
            w -= 2 * xs[i] * (xs[i] * w - ys[i])
        costs.append(cost(xs, ys, w))
    return w, costs
