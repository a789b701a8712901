# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: doubles_the_gradient
# Calls gradient for one sample, and doubles it.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        w = w - 2 * lr * gradient(np.array([x]), np.array([y]), w)
        weights.append(w)
    return weights
