# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: steps_by_a_rate_of_its_own
# Uses a learning rate of its own.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - 0.01 * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    return w, costs
