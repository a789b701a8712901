# caught by: test_gradient_descent_returns_the_cost_after_every_step
# misconception: notes_too_early
# Notes the cost before the step.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        costs.append(cost(xs, ys, w))
        w = w - lr * gradient(xs, ys, w)
    return w, costs
