# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: never_moves_the_weight
# The difference goes nowhere.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    return w, costs
