# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: looks_at_all_samples_in_every_step
# The bug in other words: adds up the derivatives of all samples for every step.
def stochastic_steps(xs, ys, w, lr):
    weights = np.zeros(len(xs))
    for i in range(len(xs)):
        total = 0.0
        for x, y in zip(xs, ys):
            total += 2 * x * (x * w - y)
        w = w - lr * total / len(xs)
        weights[i] = w
    return weights
