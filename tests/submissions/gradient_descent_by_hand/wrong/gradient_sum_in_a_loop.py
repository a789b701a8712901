# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: adds_up_without_dividing
# The loop adds up, and that is all.
def gradient(xs, ys, w):
    g = 0.0
    for i, x in enumerate(xs):
        g += 2 * x * (x * w - ys[i])
    return g
