# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: goes_in_another_order
# First the samples at even places, then the others.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for i in [*range(0, len(xs), 2), *range(1, len(xs), 2)]:
        w = w - lr * 2 * xs[i] * (xs[i] * w - ys[i])
        weights.append(w)
    return weights
