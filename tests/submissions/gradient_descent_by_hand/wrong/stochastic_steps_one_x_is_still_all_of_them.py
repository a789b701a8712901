# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: mixes_one_sample_with_all
# Has replaced two of the three arrays.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        w = w - lr * 2 * np.mean(xs * (x * w - y))
        weights.append(w)
    return weights
