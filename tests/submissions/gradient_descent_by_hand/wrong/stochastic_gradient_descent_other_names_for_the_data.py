# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: uses_the_notebooks_data
# Gives its parameters other names, and uses the notebook's arrays.
def stochastic_gradient_descent(inputs, labels, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        costs.append(cost(xs, ys, w))
    return w, costs
