# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: takes_the_samples_at_random
# Shuffles the samples.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for i in np.random.permutation(len(xs)):
        w = w - lr * 2 * xs[i] * (xs[i] * w - ys[i])
        weights.append(w)
    return weights
