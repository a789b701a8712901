# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: never_moves_the_weight
# A function of its own moves its own w.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    def step(x, y, w):
        w = w - lr * 2 * x * (x * w - y)

    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            step(x, y, w)
        costs.append(cost(xs, ys, w))
    return w, costs
