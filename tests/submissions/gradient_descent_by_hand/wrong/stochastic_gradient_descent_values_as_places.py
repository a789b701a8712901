# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: looks_up_no_whole_number
# Goes through the values and takes them for places.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for i in xs:
            w = w - lr * 2 * xs[i] * (xs[i] * w - ys[i])
        costs.append(cost(xs, ys, w))
    return w, costs
