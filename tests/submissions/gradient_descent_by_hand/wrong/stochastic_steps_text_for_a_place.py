# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: looks_up_no_whole_number
# Looks samples up by a text, as in a dictionary.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for i in range(len(xs)):
        x, y = xs[f"{i}"], ys[f"{i}"]
        w = w - lr * 2 * x * (x * w - y)
        weights.append(w)
    return weights
