# caught by: test_stochastic_gradient_descent_returns_the_cost_after_every_epoch
# misconception: adds_up_the_losses_on_the_way
# Averages the losses, each just after its sample's step.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        losses = []
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
            losses.append(loss(x, y, w))
        costs.append(np.mean(losses))
    return w, costs
