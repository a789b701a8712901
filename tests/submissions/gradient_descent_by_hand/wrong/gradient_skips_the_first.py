# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: leaves_out_a_sample
# Counts from 1, so that the first sample never comes.
def gradient(xs, ys, w):
    g = 0
    for i in range(1, len(xs)):
        g += 2 * xs[i] * (xs[i] * w - ys[i])
    return g / len(xs)
