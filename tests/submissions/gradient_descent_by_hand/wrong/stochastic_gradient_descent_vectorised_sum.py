# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: asks_every_sample_at_the_old_weight
# Makes the steps of all samples at once, as one sum.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = np.empty(epochs)
    for k in range(epochs):
        w = w - np.sum(lr * 2 * xs * (xs * w - ys))
        costs[k] = np.mean((xs * w - ys) ** 2)
    return w, costs
