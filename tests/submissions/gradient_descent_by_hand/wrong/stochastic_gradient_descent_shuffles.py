# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: takes_the_samples_at_random
# Shuffles the samples.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in np.random.permutation(len(xs)):
            w = w - lr * 2 * xs[i] * (xs[i] * w - ys[i])
        costs.append(cost(xs, ys, w))
    return w, costs
