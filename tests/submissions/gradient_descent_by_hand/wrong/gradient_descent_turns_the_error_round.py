# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: adds_the_gradient
# Label minus prediction, in a closed expression: the sign of the slope is wrong.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - 2 * lr * np.average(xs * (ys - xs * w))
        costs.append(np.average(np.square(ys - xs * w)))
    return w, costs
