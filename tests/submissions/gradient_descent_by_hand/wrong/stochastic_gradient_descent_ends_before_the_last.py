# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: leaves_out_a_sample
# The last place is n - 1, and so its range ends before it.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        i = 0
        while i < len(xs) - 1:
            w = w - lr * 2 * xs[i] * (xs[i] * w - ys[i])
            i += 1
        costs.append(cost(xs, ys, w))
    return w, costs
