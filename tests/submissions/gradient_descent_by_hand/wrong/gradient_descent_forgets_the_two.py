# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: takes_half_the_gradient
# Forgets the 2 of the derivative.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * np.mean(xs * (xs * w - ys))
        costs.append(cost(xs, ys, w))
    return w, costs
