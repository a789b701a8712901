# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: makes_a_number_of_epochs_of_its_own
# Always makes a hundred steps.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(100):
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    return w, costs
