# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: returns_half_of_the_pair
# Returns no costs.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    return w
