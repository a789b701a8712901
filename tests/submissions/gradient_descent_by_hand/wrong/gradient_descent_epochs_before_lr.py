# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: swaps_lr_and_epochs
# The last two parameters have changed places.
def gradient_descent(xs, ys, w, epochs, lr):
    costs = []
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    return w, costs
