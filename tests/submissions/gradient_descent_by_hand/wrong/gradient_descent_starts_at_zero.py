# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: begins_at_a_weight_of_its_own
# Ignores the weight to start from.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    w = 0.0
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    return w, costs
