# caught by: test_stochastic_gradient_descent_returns_the_cost_after_every_epoch
# misconception: notes_the_loss_of_the_last_sample
# Notes the loss of the last sample.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(loss(x, y, w))
    return w, costs
