# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: steps_by_the_last_sample
# Writes = for += in the sum over the samples.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    n = len(xs)
    for _ in range(epochs):
        total = 0
        for x, y in zip(xs, ys):
            total = 2 * x * (x * w - y)
        w = w - lr * total / n
        costs.append(cost(xs, ys, w))
    return w, costs
