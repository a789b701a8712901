# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: points_downhill
# Already has the minus of the step.
def gradient(xs, ys, w):
    g = 0
    for x, y in zip(xs, ys):
        g -= 2 * x * (x * w - y)
    return g / len(xs)
