# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: steps_by_the_sum
# Adds up the derivatives of the samples in a loop, and never divides.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        total = 0.0
        for x, y in zip(xs, ys):
            total += 2 * x * (x * w - y)
        w = w - lr * total
        costs.append(sum((x * w - y) ** 2 for x, y in zip(xs, ys)) / len(xs))
    return w, costs
