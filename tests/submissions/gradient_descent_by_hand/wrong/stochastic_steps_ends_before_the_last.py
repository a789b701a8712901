# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: leaves_out_a_sample
# Its range ends one too early.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for i in range(len(xs) - 1):
        w = w - lr * 2 * xs[i] * (xs[i] * w - ys[i])
        weights.append(w)
    return weights
