# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: ends_every_epoch_at_the_same_weight
# Each step begins at the weight of the start.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        new = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, new))
    return new, costs
