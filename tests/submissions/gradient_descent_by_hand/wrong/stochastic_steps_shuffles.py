# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: shuffles_the_samples
# Shuffles the samples.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for i in np.random.permutation(len(xs)):
        w = w - lr * 2 * xs[i] * (xs[i] * w - ys[i])
        weights.append(w)
    return weights
