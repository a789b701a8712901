# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: takes_fewer_arguments
# As in courses where the weight is a global variable.
w = 1.0


def gradient(xs, ys):
    grad = 0
    for x, y in zip(xs, ys):
        grad += 2 * x * (x * w - y)
    return grad / len(xs)
