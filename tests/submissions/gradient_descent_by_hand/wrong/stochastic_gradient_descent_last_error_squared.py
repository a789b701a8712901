# caught by: test_stochastic_gradient_descent_returns_the_cost_after_every_epoch
# misconception: notes_the_loss_of_the_last_sample
# Notes the squared error with which the last step was computed.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            error = x * w - y
            w = w - lr * 2 * x * error
        costs.append(error ** 2)
    return w, costs
