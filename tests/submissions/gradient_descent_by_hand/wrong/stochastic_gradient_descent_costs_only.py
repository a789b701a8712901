# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: returns_half_of_the_pair
# Returns the costs and not the weight.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return costs
