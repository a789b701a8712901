# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: writes_past_the_end_of_a_list
# Writes to places of an empty list.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs[epoch] = cost(xs, ys, w)
    return w, costs
