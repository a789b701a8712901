# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: takes_half_the_gradient
# Forgets the 2 of the derivative.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        w = w - lr * x * (x * w - y)
        weights.append(w)
    return weights
