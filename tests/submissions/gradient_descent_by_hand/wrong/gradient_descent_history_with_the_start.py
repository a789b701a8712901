# caught by: test_gradient_descent_returns_the_cost_after_every_step
# misconception: counts_the_start
# Notes the cost of the start too.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = [cost(xs, ys, w)]
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    return w, costs
