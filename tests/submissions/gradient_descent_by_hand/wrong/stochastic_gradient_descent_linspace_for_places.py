# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: looks_up_no_whole_number
# Counts the places with `linspace`, in decimals.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in np.linspace(0, len(xs) - 1, len(xs)):
            w = w - lr * 2 * xs[i] * (xs[i] * w - ys[i])
        costs.append(np.mean((xs * w - ys) ** 2))
    return w, costs
