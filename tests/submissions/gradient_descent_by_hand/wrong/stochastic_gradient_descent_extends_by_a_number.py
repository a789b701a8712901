# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: goes_through_a_number
# `extend` wants a series, and gets a whole number.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.extend(int(np.mean((xs * w - ys) ** 2)))
    return w, costs
