# caught by: test_stochastic_gradient_descent_returns_the_cost_after_every_epoch
# misconception: adds_up_the_losses_on_the_way
# Adds up the losses, each just before its sample's step.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        total = 0.0
        for x, y in zip(xs, ys):
            error = x * w - y
            total += error * error
            w -= lr * 2 * error * x
        costs.append(total)
    return w, costs
