# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: goes_through_a_number
# Leaves out the range around len.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in len(xs):
            w = w - lr * 2 * xs[i] * (xs[i] * w - ys[i])
        costs.append(cost(xs, ys, w))
    return w, costs
