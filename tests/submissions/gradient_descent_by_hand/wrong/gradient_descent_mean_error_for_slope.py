# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: leaves_out_the_inner_derivative
# Forgets the x of the chain rule.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * np.mean(2 * (xs * w - ys))
        costs.append(np.mean((xs * w - ys) ** 2))
    return w, costs
