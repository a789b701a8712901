# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: mixes_one_sample_with_all
# Multiplies the mean error by the x of the sample.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        w = w - lr * 2 * x * np.mean(xs * w - ys)
        weights.append(w)
    return weights
