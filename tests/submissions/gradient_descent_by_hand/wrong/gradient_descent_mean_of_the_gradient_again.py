# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: divides_by_n_twice
# Divides by n what `gradient` has divided already.
def gradient_descent(xs, ys, w, lr, epochs):
    costs, n = [], len(xs)
    for _ in range(epochs):
        g = gradient(xs, ys, w) / n
        w = w - lr * g
        costs.append(cost(xs, ys, w))
    return w, costs
