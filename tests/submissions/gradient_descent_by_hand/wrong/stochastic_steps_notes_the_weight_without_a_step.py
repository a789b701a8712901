# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: never_moves_the_weight
# The result of the step goes nowhere.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        w - lr * 2 * x * (x * w - y)
        weights.append(w)
    return weights
