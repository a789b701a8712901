# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: returns_the_last_number_only
# Returns the last weight instead of all.
def stochastic_steps(xs, ys, w, lr):
    for x, y in zip(xs, ys):
        w = w - lr * 2 * x * (x * w - y)
    return w
