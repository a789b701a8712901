# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: looks_up_no_whole_number
# A division makes a decimal of the place.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in range(len(xs)):
            j = i / 1
            w = w - lr * 2 * xs[j] * (xs[j] * w - ys[j])
        costs.append(np.mean((xs * w - ys) ** 2))
    return w, costs
