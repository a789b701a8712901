# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: leaves_out_a_sample
# Begins its slices at the second sample.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs[1:], ys[1:]):
        w = w - lr * 2 * x * (x * w - y)
        weights.append(w)
    return weights
