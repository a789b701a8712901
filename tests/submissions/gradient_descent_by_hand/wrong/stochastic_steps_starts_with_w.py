# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: counts_the_start
# Puts the weight of the start into the list too.
def stochastic_steps(xs, ys, w, lr):
    weights = [w]
    for x, y in zip(xs, ys):
        w = w - lr * 2 * x * (x * w - y)
        weights.append(w)
    return weights
