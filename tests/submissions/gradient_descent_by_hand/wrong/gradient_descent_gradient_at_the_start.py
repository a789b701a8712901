# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: keeps_the_first_gradient
# Computes the gradient once, before the loop.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    g = gradient(xs, ys, w)
    for _ in range(epochs):
        w = w - lr * g
        costs.append(cost(xs, ys, w))
    return w, costs
