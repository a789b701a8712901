# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: forgets_the_two
# The derivative of a half square, sample by sample.
def gradient(xs, ys, w):
    g = 0
    for x, y in zip(xs, ys):
        g += (x * w - y) * x / len(xs)
    return g
