# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: mixes_one_sample_with_all
# Has left the labels as they were.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for i in range(len(xs)):
        error = np.mean(xs[i] * w - ys)
        w -= lr * 2 * error * xs[i]
        weights.append(w)
    return weights
