# caught by: test_stochastic_gradient_descent_makes_every_step_that_it_is_asked_for
# misconception: takes_samples_for_one_another
# Keeps the samples in a dictionary: one label for each x.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in dict(zip(xs, ys)).items():
            w = w - lr * 2 * x * (x * w - y)
        costs.append(np.mean((xs * w - ys) ** 2))
    return w, costs
