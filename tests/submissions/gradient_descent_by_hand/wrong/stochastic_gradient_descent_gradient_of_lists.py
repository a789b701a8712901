# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: multiplies_a_list
# Calls gradient with lists of one number.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * gradient([x], [y], w)
        costs.append(cost(xs, ys, w))
    return w, costs
