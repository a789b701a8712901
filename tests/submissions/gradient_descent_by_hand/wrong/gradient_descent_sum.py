# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: steps_by_the_sum
# Uses the gradient of the sum.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * np.sum(2 * xs * (xs * w - ys))
        costs.append(cost(xs, ys, w))
    return w, costs
