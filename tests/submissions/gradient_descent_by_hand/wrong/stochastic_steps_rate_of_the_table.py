# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: steps_by_a_rate_of_its_own
# Steps with the rate of the table.
def stochastic_steps(xs, ys, w, lr=0.05):
    lr = 0.05
    weights = []
    for x, y in zip(xs, ys):
        w = w - lr * 2 * x * (x * w - y)
        weights.append(w)
    return weights
