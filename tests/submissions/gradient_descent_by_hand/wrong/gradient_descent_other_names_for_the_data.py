# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: uses_the_notebooks_data
# Gives its parameters other names, and uses the notebook's arrays.
def gradient_descent(X, Y, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    return w, costs
