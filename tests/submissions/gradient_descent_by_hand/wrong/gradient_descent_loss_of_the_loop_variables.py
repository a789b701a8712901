# caught by: test_gradient_descent_returns_the_cost_after_every_step
# misconception: notes_the_loss_of_the_last_sample
# Notes the loss of the sample at which its inner loop has ended.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        total = 0.0
        for x, y in zip(xs, ys):
            total += x * (x * w - y)
        w = w - lr * 2 * total / len(xs)
        costs.append((x * w - y) ** 2)
    return w, costs
