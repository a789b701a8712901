# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: jumps_to_the_lowest_point
# Solves for the lowest point instead of walking.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = np.dot(xs, ys) / np.dot(xs, xs)
        costs.append(cost(xs, ys, w))
    return w, costs
