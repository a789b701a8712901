# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: goes_in_another_order
# Shuffles, the same way every time.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        pairs = list(zip(xs, ys))
        random.Random(3).shuffle(pairs)
        for x, y in pairs:
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
