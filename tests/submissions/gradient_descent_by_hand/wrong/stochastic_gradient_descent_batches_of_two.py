# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# Takes two samples for a step.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in range(0, len(xs), 2):
            w = w - lr * gradient(xs[i:i + 2], ys[i:i + 2], w)
        costs.append(cost(xs, ys, w))
    return w, costs
