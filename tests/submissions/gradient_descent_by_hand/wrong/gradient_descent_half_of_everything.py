# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: takes_half_the_gradient
# Takes half the squares as its cost, with the derivative that belongs to it.
def gradient_descent(xs, ys, w, lr, epochs):
    costs, n = [], len(xs)
    for _ in range(epochs):
        w = w - lr / n * np.dot(xs, xs * w - ys)
        costs.append(np.sum((xs * w - ys) ** 2) / (2 * n))
    return w, costs
