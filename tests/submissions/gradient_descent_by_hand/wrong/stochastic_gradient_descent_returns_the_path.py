# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: returns_the_path
# Returns all the weights instead of the last.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    path, costs = [w], []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            path.append(path[-1] - lr * 2 * x * (x * path[-1] - y))
        costs.append(cost(xs, ys, path[-1]))
    return path, costs
