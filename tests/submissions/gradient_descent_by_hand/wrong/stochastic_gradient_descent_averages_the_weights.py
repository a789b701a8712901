# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# Returns the mean of all the weights.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs, path = [], []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
            path.append(w)
        costs.append(cost(xs, ys, w))
    return sum(path) / len(path), costs
