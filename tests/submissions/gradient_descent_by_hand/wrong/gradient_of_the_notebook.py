# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: takes_the_data_of_the_notebook
# Goes through the notebook's data, whatever it is given.
def gradient(x_data, y_data, w):
    grad = 0
    for x, y in zip(xs, ys):
        grad += 2 * x * (x * w - y)
    return grad / len(xs)
