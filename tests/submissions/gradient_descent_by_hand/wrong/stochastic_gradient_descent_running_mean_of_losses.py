# caught by: test_stochastic_gradient_descent_returns_the_cost_after_every_epoch
# misconception: adds_up_the_losses_on_the_way
# Averages the losses on the way, each at the weight of its own moment.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        total = 0
        for x, y in zip(xs, ys):
            total += loss(x, y, w)
            w = w - lr * 2 * x * (x * w - y)
        costs.append(total / len(xs))
    return w, costs
