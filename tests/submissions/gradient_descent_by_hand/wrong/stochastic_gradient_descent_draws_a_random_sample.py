# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: takes_the_samples_at_random
# Draws a sample at random, with replacement.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for _ in range(len(xs)):
            i = random.randrange(len(xs))
            w = w - lr * 2 * xs[i] * (xs[i] * w - ys[i])
        costs.append(cost(xs, ys, w))
    return w, costs
