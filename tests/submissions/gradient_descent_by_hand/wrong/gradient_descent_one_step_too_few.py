# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: makes_one_epoch_too_few_or_too_many
# Counts from 1 to epochs - 1.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for epoch in range(1, epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    return w, costs
