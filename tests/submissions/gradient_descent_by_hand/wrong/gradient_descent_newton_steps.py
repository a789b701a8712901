# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: jumps_to_the_lowest_point
# Divides by the second derivative: one step is enough, and lr has no say.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - gradient(xs, ys, w) / (2 * np.mean(xs ** 2))
        costs.append(cost(xs, ys, w))
    return w, costs
