# caught by: test_gradient_descent_steps_against_the_gradient
# Makes each step smaller than the last.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
        lr = lr * 0.99
    return w, costs
