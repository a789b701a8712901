# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: uses_the_notebooks_data
# Gives its parameters other names, and uses the notebook's arrays.
def stochastic_steps(x_data, y_data, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        w = w - lr * 2 * x * (x * w - y)
        weights.append(w)
    return weights
