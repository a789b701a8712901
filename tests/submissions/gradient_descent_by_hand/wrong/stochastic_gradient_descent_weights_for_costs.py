# caught by: test_stochastic_gradient_descent_returns_the_cost_after_every_epoch
# misconception: notes_the_weights
# Notes the weights instead of their costs.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(w)
    return w, costs
