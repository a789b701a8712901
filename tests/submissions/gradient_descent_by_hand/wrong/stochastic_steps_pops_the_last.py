# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: goes_in_another_order
# Takes the samples from the end.
def stochastic_steps(xs, ys, w, lr):
    pairs, weights = list(zip(xs, ys)), []
    while pairs:
        x, y = pairs.pop()
        w = w - lr * 2 * x * (x * w - y)
        weights.append(w)
    return weights
