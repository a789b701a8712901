# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: returns_the_start
# The weight that moves has another name than the one that is returned.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs, v = [], w
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            v -= lr * 2 * x * (x * v - y)
        costs.append(cost(xs, ys, v))
    return w, costs
