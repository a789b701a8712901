# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: divides_by_n
# Divides the gradient of a single sample by n.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        w = w - lr * 2 / len(xs) * x * (x * w - y)
        weights.append(w)
    return weights
