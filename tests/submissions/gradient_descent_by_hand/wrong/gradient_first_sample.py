# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: counts_a_single_sample
# Returns inside the loop.
def gradient(xs, ys, w):
    for x, y in zip(xs, ys):
        return 2 * x * (x * w - y)
