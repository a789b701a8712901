# caught by: test_gradient_descent_leaves_its_arguments_alone
# Divides the caller's data by its largest value, and takes it back inexactly.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    scale = abs(xs).max()
    xs /= scale
    ys /= scale
    lr = lr * scale ** 2
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w) * scale ** 2)
    return w, costs
