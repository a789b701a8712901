# caught by: test_stochastic_gradient_descent_makes_every_step_that_it_is_asked_for
# misconception: takes_samples_for_one_another
# Leaves out a sample that equals the one before.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        last = None
        for p in zip(xs, ys):
            if p == last:
                continue
            last = p
            w = w - lr * 2 * p[0] * (p[0] * w - p[1])
        costs.append(np.mean((xs * w - ys) ** 2))
    return w, costs
