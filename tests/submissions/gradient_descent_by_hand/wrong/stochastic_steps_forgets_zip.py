# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: takes_all_of_xs_for_a_sample
# Goes through the pair of arrays.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in xs, ys:
        w = w - lr * 2 * x * (x * w - y)
        weights.append(w)
    return weights
