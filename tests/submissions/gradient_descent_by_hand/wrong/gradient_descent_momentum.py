# caught by: test_gradient_descent_steps_against_the_gradient
# Carries on part of the step before.
def gradient_descent(xs, ys, w, lr, epochs):
    costs, v = [], 0
    for _ in range(epochs):
        v = 0.9 * v + gradient(xs, ys, w)
        w = w - lr * v
        costs.append(cost(xs, ys, w))
    return w, costs
