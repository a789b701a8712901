# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: adds_the_gradient
# Adds the gradient.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        w = w + lr * 2 * x * (x * w - y)
        weights.append(w)
    return weights
