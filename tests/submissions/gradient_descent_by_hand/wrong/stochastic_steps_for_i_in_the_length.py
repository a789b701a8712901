# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: goes_through_a_number
# Leaves out the range around len.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for i in len(xs):
        w = w - lr * 2 * xs[i] * (xs[i] * w - ys[i])
        weights.append(w)
    return weights
