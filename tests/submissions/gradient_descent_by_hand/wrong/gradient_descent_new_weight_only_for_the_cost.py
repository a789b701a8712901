# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: never_moves_the_weight
# The new weight is asked for its cost, and forgotten.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        new_w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, new_w))
    return w, costs
