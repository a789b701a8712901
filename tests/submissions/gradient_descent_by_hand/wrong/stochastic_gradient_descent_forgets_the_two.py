# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: takes_half_the_gradient
# Forgets the 2 of the derivative.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
