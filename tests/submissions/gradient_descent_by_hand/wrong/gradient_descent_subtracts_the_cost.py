# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: steps_by_the_loss
# Steps by the height and not by the slope.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    c = cost(xs, ys, w)
    for _ in range(epochs):
        w = w - lr * c
        c = cost(xs, ys, w)
        costs.append(c)
    return w, costs
