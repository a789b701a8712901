# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: appends_to_none
# Gives the list the value of append(), which is None.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        w = w - lr * 2 * x * (x * w - y)
        weights = weights.append(w)
    return weights
