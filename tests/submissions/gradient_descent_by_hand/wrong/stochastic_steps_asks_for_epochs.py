# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: asks_for_epochs
# Has a fifth parameter.
def stochastic_steps(xs, ys, w, lr, epochs):
    weights = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
            weights.append(w)
    return weights
