# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: leaves_out_the_rate
# Steps by the whole gradient.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    return w, costs
