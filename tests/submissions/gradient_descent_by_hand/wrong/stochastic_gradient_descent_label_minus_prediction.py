# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: adds_the_gradient
# Turns the error round, in one long loop.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    n = len(xs)
    for k in range(epochs * n):
        x, y = xs[k % n], ys[k % n]
        w = w - 2 * lr * x * (y - x * w)
        if k % n == n - 1:
            costs.append(np.mean((ys - w * xs) ** 2))
    return w, costs
