# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: looks_up_no_whole_number
# Goes through the values and takes them for places.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for i in xs:
        w = w - lr * 2 * xs[i] * (xs[i] * w - ys[i])
        weights.append(w)
    return weights
