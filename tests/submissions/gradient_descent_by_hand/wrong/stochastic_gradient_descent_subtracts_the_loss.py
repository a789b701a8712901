# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: steps_by_the_loss
# Steps by the loss and not by its derivative.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * loss(x, y, w)
        costs.append(cost(xs, ys, w))
    return w, costs
