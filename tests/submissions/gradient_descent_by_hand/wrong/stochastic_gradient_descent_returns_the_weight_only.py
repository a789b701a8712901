# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: returns_half_of_the_pair
# Returns no costs.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
    return w
