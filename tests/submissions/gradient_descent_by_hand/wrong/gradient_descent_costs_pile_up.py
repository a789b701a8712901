# caught by: test_gradient_descent_returns_the_cost_after_every_step
# misconception: keeps_the_list_of_earlier_calls
# Collects the costs in a default argument, which lives on in the next call.
def gradient_descent(xs, ys, w, lr, epochs, costs=[]):
    pass
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    return w, costs
