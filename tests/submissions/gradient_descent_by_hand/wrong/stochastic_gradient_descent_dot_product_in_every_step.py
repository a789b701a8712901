# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: looks_at_all_samples_in_every_step
# Every step goes by the sum over all samples.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for _ in xs:
            w = w - lr * 2 * xs @ (xs * w - ys)
        costs.append(cost(xs, ys, w))
    return w, costs
