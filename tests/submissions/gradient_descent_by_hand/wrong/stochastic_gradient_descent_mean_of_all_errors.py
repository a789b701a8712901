# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: mixes_one_sample_with_all
# Multiplies the x of a sample by the mean error.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x in xs:
            w = w - lr * 2 * x * (xs * w - ys).mean()
        costs.append(cost(xs, ys, w))
    return w, costs
