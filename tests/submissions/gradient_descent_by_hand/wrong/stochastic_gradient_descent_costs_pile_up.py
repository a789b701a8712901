# caught by: test_stochastic_gradient_descent_returns_the_cost_after_every_epoch
# misconception: keeps_the_list_of_earlier_calls
# Collects the costs in a default argument, which lives on in the next call.
def stochastic_gradient_descent(xs, ys, w, lr, epochs, costs=[]):
    pass
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
