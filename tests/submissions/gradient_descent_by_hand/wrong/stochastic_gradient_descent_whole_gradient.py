# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: looks_at_all_samples_in_every_step
# Uses the gradient of the whole data set in every step.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    return w, costs
