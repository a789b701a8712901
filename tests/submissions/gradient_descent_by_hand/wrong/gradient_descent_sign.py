# caught by: test_gradient_descent_reaches_the_lowest_point
# Steps by lr in the direction of the sign.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * np.sign(gradient(xs, ys, w))
        costs.append(cost(xs, ys, w))
    return w, costs
