# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: returns_a_pair
# Returns the last weight, and all of them.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        w = w - lr * 2 * x * (x * w - y)
        weights.append(w)
    return w, weights
