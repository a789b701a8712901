# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: divides_by_three
# Writes 3 for the number of samples.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * (2 / 3) * np.sum(xs * (xs * w - ys))
        costs.append(np.mean((xs * w - ys) ** 2))
    return w, costs
