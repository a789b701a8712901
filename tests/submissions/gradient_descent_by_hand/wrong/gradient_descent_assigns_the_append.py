# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: appends_to_none
# Gives the list the value of append(), which is None.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs = costs.append(cost(xs, ys, w))
    return w, costs
