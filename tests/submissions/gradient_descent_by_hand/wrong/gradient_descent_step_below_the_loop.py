# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: steps_by_the_last_sample
# The loop over the samples leaves the gradient of the last one.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in range(len(xs)):
            slope = 2 * xs[i] * (xs[i] * w - ys[i])
        w = w - lr * slope
        costs.append(cost(xs, ys, w))
    return w, costs
