# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: makes_a_single_epoch
# Returns inside the loop, after the first step.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
        return w, costs
    return w, costs
