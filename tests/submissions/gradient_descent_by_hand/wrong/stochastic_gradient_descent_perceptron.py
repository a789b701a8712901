# caught by: test_stochastic_gradient_descent_reaches_a_weight_that_fits_all
# Steps by x in the direction of the error's sign.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * x * np.sign(x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
