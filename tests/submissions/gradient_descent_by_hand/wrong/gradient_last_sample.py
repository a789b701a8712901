# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: counts_a_single_sample
# Assigns where it should add, so that only the last sample counts.
def gradient(xs, ys, w):
    for x, y in zip(xs, ys):
        g = 2 * x * (x * w - y)
    return g
