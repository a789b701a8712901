# caught by: test_gradient_descent_makes_every_step_that_it_is_asked_for
# Cuts off large gradients.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * np.clip(gradient(xs, ys, w), -100, 100)
        costs.append(cost(xs, ys, w))
    return w, costs
