# caught by: test_gradient_descent_returns_the_cost_after_every_step
# misconception: sums_the_losses
# Notes the sum of the losses.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(np.sum((xs * w - ys) ** 2))
    return w, costs
