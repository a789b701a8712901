# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: keeps_the_list_of_earlier_calls
# Collects the weights in a default argument.
def stochastic_steps(xs, ys, w, lr, weights=[]):
    for x, y in zip(xs, ys):
        w = w - lr * 2 * x * (x * w - y)
        weights += [w]
    return weights
