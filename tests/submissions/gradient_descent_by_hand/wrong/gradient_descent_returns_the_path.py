# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: returns_the_path
# Returns all the weights instead of the last.
def gradient_descent(xs, ys, w, lr, epochs):
    costs, path = [], []
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
        path.append(w)
    return path, costs
