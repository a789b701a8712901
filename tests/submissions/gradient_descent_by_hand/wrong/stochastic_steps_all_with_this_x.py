# caught by: test_stochastic_steps_takes_any_number_of_samples
# misconception: takes_samples_for_one_another
# `xs == x` picks all the samples with this x.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x in xs:
        m = xs == x
        w = w - lr * 2 * np.mean(xs[m] * (xs[m] * w - ys[m]))
        weights.append(w)
    return weights
