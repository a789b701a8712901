# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# Uses all samples up to the current one.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for i in range(len(xs)):
        w = w - lr * gradient(xs[:i + 1], ys[:i + 1], w)
        weights.append(w)
    return weights
