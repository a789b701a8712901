# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: steps_by_the_sum
# Steps by the dot product: no 2, and no division by n.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        errors = xs * w - ys
        w = w - lr * (xs @ errors)
        errors = xs * w - ys
        costs.append(errors @ errors / len(xs))
    return w, costs
