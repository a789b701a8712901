# caught by: test_gradient_descent_returns_the_cost_after_every_step
# misconception: returns_the_last_number_only
# Returns the last cost instead of all.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    return w, costs[-1]
