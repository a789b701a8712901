# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: notes_the_gradients_or_the_costs
# Notes the derivative of each step.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        d = 2 * x * (x * w - y)
        weights.append(d)
        w = w - lr * d
    return weights
