# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: goes_through_a_number
# Leaves out the range.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for epoch in epochs:
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    return w, costs
