# caught by: test_gradient_descent_steps_against_the_gradient
# The weight that it returns is an array.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    w = np.array([w], dtype=float)
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(float(np.mean((xs * w - ys) ** 2)))
    return w, costs
