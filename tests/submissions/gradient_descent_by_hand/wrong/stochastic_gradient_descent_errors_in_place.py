# caught by: test_stochastic_gradient_descent_leaves_its_arguments_alone
# Computes the errors of the last epoch in the caller's ys.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    ys -= xs * w
    costs[-1] = np.mean(ys ** 2)
    return w, costs
