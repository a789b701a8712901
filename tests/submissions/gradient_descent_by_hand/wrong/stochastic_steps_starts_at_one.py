# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: begins_at_a_weight_of_its_own
# Starts at 1, as the table does.
def stochastic_steps(xs, ys, w, lr):
    weights = [1.0]
    for x, y in zip(xs, ys):
        weights.append(weights[-1] - lr * 2 * x * (x * weights[-1] - y))
    return weights[1:]
