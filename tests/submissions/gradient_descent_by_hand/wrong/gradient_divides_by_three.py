# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: divides_by_three
# Divides by the number of samples in the notebook.
def gradient(xs, ys, w):
    g = 0
    for x, y in zip(xs, ys):
        g += 2 * x * (x * w - y)
    return g / 3
