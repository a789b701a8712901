# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: ends_every_epoch_at_the_same_weight
# Begins every epoch at the weight of the start.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        v = w
        for x, y in zip(xs, ys):
            v = v - lr * 2 * x * (x * v - y)
        costs.append(cost(xs, ys, v))
    return v, costs
