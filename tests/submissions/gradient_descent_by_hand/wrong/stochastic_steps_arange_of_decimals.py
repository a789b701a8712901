# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: looks_up_no_whole_number
# Counts the places from 0.0, in decimals.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for i in np.arange(0.0, len(xs)):
        w = w - lr * 2 * xs[i] * (xs[i] * w - ys[i])
        weights.append(w)
    return weights
