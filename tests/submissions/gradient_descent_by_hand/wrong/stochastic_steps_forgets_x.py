# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: leaves_out_the_inner_derivative
# Forgets the inner derivative.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        w = w - lr * 2 * (x * w - y)
        weights.append(w)
    return weights
