# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: goes_in_another_order
# Goes through the samples by size.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in sorted(zip(xs, ys)):
        w = w - lr * 2 * x * (x * w - y)
        weights.append(w)
    return weights
