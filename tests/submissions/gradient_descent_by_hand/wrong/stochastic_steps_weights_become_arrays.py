# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: makes_an_array_of_every_weight
# Takes away the mean, but leaves the arrays.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        w = w - lr * 2 * xs * (xs * w - ys)
        weights.append(w)
    return weights
