# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: notes_the_gradients_or_the_costs
# Notes the cost of each weight, as the functions before do.
def stochastic_steps(xs, ys, w, lr):
    costs = []
    for x, y in zip(xs, ys):
        w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return costs
